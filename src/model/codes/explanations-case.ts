// What a case states: facts, parties, the record.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** What a case states: facts, parties, the record. */
export const CASE_EXPLANATIONS = {
  'case/unknown-fact': {
    meaning: { zh: '案件写的事实在办法里没有', en: 'the case states a fact that the policy does not know' },
    consequence: {
      zh: '写错名称的事实等于没有提交，对当事人有利的情节会被漏掉',
      en: "a fact under a wrong name counts as not submitted, and something in the person's favour would be missed",
    },
    bad: '明令静止: 否',
    good: '明令禁止: 否',
  },
  'case/not-editable': {
    meaning: {
      zh: '问询把每个回答写进案件文件，写完读回核对；读回的和要写的不是同一内容，就不写',
      en: 'the interview writes each answer into the case file and reads it back; where what is read is not what was meant, nothing is written',
    },
    consequence: {
      zh: '照写会改动别的内容，或者丢掉注释和原有的回答',
      en: 'writing all the same would change something else, or lose a comment or an earlier answer',
    },
    bad: 'caijue interview moushi-rongcuo --case odd.yaml',
    good: 'caijue interview moushi-rongcuo --case case.yaml',
  },
  'case/set-aside-beside-value': {
    meaning: {
      zh: 'set_aside 是问题不再适用时保留下来的回答，不计入认定；它不能和算数的值并存',
      en: 'set_aside keeps an answer whose question has ceased to apply, and does not count; it cannot stand beside a value that does',
    },
    consequence: {
      zh: '复核的人会以为案卷上有两个回答，不知道认定根据哪一个',
      en: 'whoever reviews the file would see two answers and not know on which the determination rests',
    },
    bad: '直接经济损失: { value: 80万元, set_aside: 60万元 }',
    good: '直接经济损失: { value: 待查, set_aside: 60万元 }',
  },
  'case/party-fact-elsewhere': {
    meaning: {
      zh: '逐人认定的事实写在了全案之下',
      en: 'a fact found for each person stands under the case as a whole',
    },
    consequence: {
      zh: '一个人的情节会算到每个当事人头上',
      en: 'what one person did would be held for or against every party',
    },
    bad: ['明令禁止: 否', '谋取私利: 否'].join('\n'),
    good: '明令禁止: 否',
  },
  'case/case-fact-under-party': {
    meaning: { zh: '全案共同的事实写在了某个当事人之下', en: 'a fact of the whole case stands under one party' },
    consequence: {
      zh: '同一件事对不同当事人会有不同说法',
      en: 'the same event would be one thing for one party and another for the next',
    },
    bad: ['谋取私利: 否', '明令禁止: 否'].join('\n'),
    good: '谋取私利: 否',
  },
  'case/below-minimum': {
    meaning: { zh: '数值低于办法允许的下限', en: 'the value lies below what the policy allows' },
    consequence: {
      zh: '多半是写错了数或单位；照用会越过本来不该越过的界线',
      en: 'the number or its unit is probably wrong, and it might fall on the wrong side of a limit',
    },
    bad: '直接经济损失: -1万元',
    good: '直接经济损失: 1万元',
  },
  'case/above-maximum': {
    meaning: { zh: '数值高于办法允许的上限', en: 'the value lies above what the policy allows' },
    consequence: {
      zh: '多半是单位写错；一个人可能因多写的一个零被从重处理',
      en: 'the unit is probably wrong, and somebody may be treated more harshly for one zero too many',
    },
    bad: '直接经济损失: 5000亿元',
    good: '直接经济损失: 5000万元',
  },
  'case/party-without-name': {
    meaning: { zh: '当事人只有职务或事实，没有姓名', en: 'a party has a role or facts, and no name' },
    consequence: { zh: '认定写不明是对谁作出的', en: 'the determination would not say whom it concerns' },
    bad: '- role: 河流管理局局长',
    good: ['- name: 黄某', '  role: 河流管理局局长'].join('\n'),
  },
  'case/duplicate-party': {
    meaning: { zh: '两名当事人同名', en: 'two parties have the same name' },
    consequence: {
      zh: '一个人的结论可能记到另一个人名下',
      en: "one person's outcome might be recorded against the other",
    },
    bad: '- name: 李某',
    good: '- name: 李某乙',
  },
  'case/unknown-party': {
    meaning: { zh: '记录里的当事人不在案件之中', en: 'the record names a party that the case does not have' },
    consequence: {
      zh: '复核时对不上人，这个人的结论是否改变就没有人知道',
      en: "on review nobody would notice whether this person's outcome has changed",
    },
    bad: '王某: { outcome: 容错 }',
    good: '黄某: { outcome: 容错 }',
  },
  'case/not-applicable': {
    meaning: {
      zh: '按其他事实，这个问题在本案不存在，却写了答案',
      en: 'by the other facts this question does not arise, yet it is answered',
    },
    consequence: {
      zh: '两处事实互相矛盾：要么确有损失，要么数额写错；任选一处都可能冤枉或放过',
      en: 'the facts contradict each other, and trusting either one may wrong somebody',
    },
    bad: ['造成损失: 否', '直接经济损失: 80万元'].join('\n'),
    good: ['造成损失: 是', '直接经济损失: 80万元'].join('\n'),
  },
  'case/impossible': {
    meaning: {
      zh: '办法写明不可能同时存在的事实，案件里同时出现了',
      en: 'the case states together what the policy declares impossible together',
    },
    consequence: {
      zh: '至少有一项认定错了；依互相矛盾的事实，什么结论都推得出来',
      en: 'at least one finding is wrong, and from contradictory facts anything follows',
    },
    bad: ['明令禁止: 是', '制度空白: 是'].join('\n'),
    good: ['明令禁止: 是', '制度空白: 否'].join('\n'),
  },
  'case/unknown-outcome': {
    meaning: {
      zh: '当时记录的结论在现在这个办法里没有',
      en: 'the outcome recorded at the time is not one of this policy',
    },
    consequence: {
      zh: '可能是写错，也可能是办法改了；复核时会算作结论不同',
      en: 'it may be a slip or the policy may have changed; a review counts it as different',
    },
    bad: '黄某: { outcome: 予以容错 }',
    good: '黄某: { outcome: 容错 }',
  },
  'case/unknown-choice': {
    meaning: {
      zh: '记录所选的处理不在这一结论允许选择的范围之内',
      en: 'the choice recorded is not one that the outcome leaves open',
    },
    consequence: {
      zh: '超出条文所给的裁量范围，处理决定可能被撤销',
      en: 'it goes beyond the discretion the provision gives, and the decision may be quashed',
    },
    bad: '黄某: { outcome: 容错, choice: 免除处分, reason: 已补正 }',
    good: '黄某: { outcome: 容错, choice: 免责, reason: 已补正 }',
  },
  'case/one-choice': {
    meaning: {
      zh: '条文让有权机关选择其一，记录里写了几项',
      en: 'the provision leaves one of several to the body, and the record names more than one',
    },
    consequence: {
      zh: '究竟给了哪一种处理说不清；几种并用超出条文所给的权限',
      en: 'it is unclear which was given; giving several goes beyond what the provision allows',
    },
    bad: '黄某: { outcome: 容错, choice: [免责, 减轻], reason: 已补正 }',
    good: '黄某: { outcome: 容错, choice: 免责, reason: 已补正 }',
  },
  'case/bad-digest': {
    meaning: { zh: '所写的不是文件的 SHA-256 摘要', en: 'this is not the SHA-256 digest of a file' },
    consequence: { zh: '日后无法证明证据没有被换过', en: 'later nobody could show that the evidence was not replaced' },
    bad: ['- file: 附件/会议记录.pdf', '  sha256: 9f2c'].join('\n'),
    good: [
      '- file: 附件/会议记录.pdf',
      '  sha256: 9f2c41d09f2c41d09f2c41d09f2c41d09f2c41d09f2c41d09f2c41d09f2c41d0',
    ].join('\n'),
  },
  'evaluate/undefined': {
    meaning: {
      zh: '结论取决于一个算不出的值：除数为零、日期前后颠倒，或者分档表没有或不止一行适用',
      en: 'the outcome hangs on a value that cannot be computed: division by zero, dates in reverse, or no row (or several) of a table',
    },
    consequence: {
      zh: '不能当作零，也不能当作不成立，否则没有依据地偏向一方',
      en: 'it can count neither as zero nor as false without favouring one side for no reason',
    },
    bad: ['违法所得: 3万元', '参与人数: 0'].join('\n'),
    good: ['违法所得: 3万元', '参与人数: 2'].join('\n'),
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;
