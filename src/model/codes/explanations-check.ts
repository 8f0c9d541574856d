// What is wrong with a policy although every part of it can be read.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** What is wrong with a policy although every part of it can be read. */
export const CHECK_EXPLANATIONS = {
  'check/conflict': {
    meaning: {
      zh: '有案件同时得出两个结论，条文的编码没有说哪个优先',
      en: 'some case comes to two outcomes at once, and nothing says which prevails',
    },
    consequence: {
      zh: '当事人究竟免责还是不予容错，取决于谁来经办',
      en: 'whether the person is excused or not would depend on who handles the case',
    },
    bad: 'when: 谋取私利',
    good: ['when: 谋取私利', 'prevails_over: [容错]'].join('\n'),
  },
  'check/gap': {
    meaning: {
      zh: '有案件一个结论也得不出，办法对它没有说法',
      en: 'some case comes to no outcome at all; the policy is silent about it',
    },
    consequence: {
      zh: '落在灰色地带的人得不到答复，或者由经办人自行填补规则',
      en: 'whoever falls into the grey area gets no answer, or one that the officer made up',
    },
    bad: '容错: { title: 予以容错, cites: 第五条, when: 主动挽回 }',
    good: [
      '容错: { title: 予以容错, cites: 第五条, when: 主动挽回 }',
      '按规定处理: { title: 按有关规定处理, cites: 第五条, otherwise: true }',
    ].join('\n'),
  },
  'check/unreachable-outcome': {
    meaning: {
      zh: '没有一个案件能得出这个结论：条件自相矛盾，或者总有别的结论优先',
      en: 'no case can come to this outcome: its condition contradicts itself, or another always prevails',
    },
    consequence: {
      zh: '条文给当事人的减轻处理，按这份编码谁也得不到',
      en: 'the leniency that the provision grants would be granted to nobody',
    },
    bad: ['- 直接经济损失 < 1000万元', '- 直接经济损失 >= 5000万元'].join('\n'),
    good: ['- 直接经济损失 >= 1000万元', '- 直接经济损失 < 5000万元'].join('\n'),
  },
  'check/dead-rule': {
    meaning: {
      zh: '规则在每个案件中都不成立、都成立，写了而没有被使用，或者成立与否结论都一样',
      en: 'the rule is true in no case, true in every case, never used, or used where its truth changes no outcome',
    },
    consequence: {
      zh: '条文规定的例外没有起作用：本不该容错的人被容错，或者相反',
      en: 'the exception that the provision makes never applies: people are excused who should not be, or the reverse',
    },
    bad: ['- 直接经济损失 < 500万元', '- 直接经济损失 >= 5000万元'].join('\n'),
    good: 'when: 直接经济损失 >= 500万元',
  },
  'check/redundant-condition': {
    meaning: {
      zh: '删去这个条件，每个案件的结论都不变',
      en: 'without this condition every case would come out the same',
    },
    consequence: {
      zh: '起草人以为它限制了什么；多半是写重了，或者数字写错，本该拦住的案件没有拦住',
      en: 'the drafter believes that it limits something; more likely a figure is wrong, and cases pass that should not',
    },
    bad: ['- 直接经济损失 < 5000万元', '- 直接经济损失 < 1亿元'].join('\n'),
    good: ['- 主动挽回', '- 直接经济损失 < 5000万元'].join('\n'),
  },
  'check/unused-fact': {
    meaning: {
      zh: '要人查明的事实，没有一个条件用到',
      en: 'a fact is asked for, and no condition reads it',
    },
    consequence: {
      zh: '白白查问一件私事；条文以它为例外的，例外也漏掉了',
      en: 'people are questioned for nothing; and if the provision makes it an exception, the exception is lost',
    },
    bad: '容错: { title: 予以容错, cites: 第五条, when: 主动挽回 }',
    good: '容错: { title: 予以容错, cites: 第五条, when: 主动挽回, unless: 谋取私利 }',
  },
  'check/never-decisive': {
    meaning: {
      zh: '这个事实有条件用到，可是答是答否结论都一样',
      en: 'conditions read this fact, yet whatever the answer, the outcome is the same',
    },
    consequence: {
      zh: '条文说主动挽回可以从轻，编码里挽回与否却一样重',
      en: 'the provision rewards making good the loss; as encoded, doing so changes nothing',
    },
    bad: "- { if: ['>= 5000万元', 是], value: 重大 }",
    good: "- { if: ['>= 5000万元', 是], value: 一般 }",
  },
  'check/uncovered-article': {
    meaning: {
      zh: '这一条既没有被引用，也没有写明为什么不参与认定',
      en: 'the provision is neither cited nor set aside with a reason',
    },
    consequence: {
      zh: '可能整条漏编；当事人依这一条应有的权利没有人看到',
      en: 'a whole provision may have been forgotten, with the rights that it gives',
    },
    bad: '第七条: 应当坚持严管和厚爱结合',
    good: '第七条: { says: 应当坚持严管和厚爱结合, aside: principle }',
  },
  'check/dangling-citation': {
    meaning: {
      zh: '引用的条、款、项在 articles 中没有',
      en: 'the article, paragraph or item that is cited is not among the articles',
    },
    consequence: {
      zh: '处理决定会引用一个不存在的条款，当事人无从核对，决定站不住脚',
      en: 'a decision would rest on a provision that does not exist; nobody could check it, and it would not stand',
    },
    bad: '容错: { title: 予以容错, cites: 第六条, when: 主动挽回 }',
    good: '容错: { title: 予以容错, cites: 第五条, when: 主动挽回 }',
  },
  'check/uncited-outcome': {
    meaning: { zh: '结论没有写明依据哪一条', en: 'the outcome does not say which provision it rests on' },
    consequence: {
      zh: '没有依据的处理，当事人无法申辩，复核机关无法复核',
      en: 'a decision without a legal basis can be neither answered nor reviewed',
    },
    bad: '容错: { title: 予以容错, when: 主动挽回 }',
    good: '容错: { title: 予以容错, cites: 第五条, when: 主动挽回 }',
  },
  'check/boundary-word': {
    meaning: {
      zh: '条文的界线是否包括本数，与条件写的不一样',
      en: 'the provision and the condition disagree on which side the number itself falls',
    },
    consequence: {
      zh: '损失正好五千万元的人，条文说不予容错，这份编码却予以容错',
      en: 'with a loss of exactly that amount the provision denies leniency, and the encoding grants it',
    },
    bad: 'when: 直接经济损失 > 5000万元',
    good: 'when: 直接经济损失 >= 5000万元',
  },
  'check/bare-judgement': {
    meaning: {
      zh: '需要裁量的判断，没有写明看哪些因素',
      en: 'a discretionary finding comes without saying what to look at',
    },
    consequence: {
      zh: '同样的行为，这个经办人认为积极，那个认为消极',
      en: 'the same conduct would count as diligent with one officer and not with the next',
    },
    bad: 'nature: judgement',
    good: ['nature: judgement', 'guidance: 看何时开始挽回、挽回多少、是否自行提出'].join('\n'),
  },
  'check/needless-silence': {
    meaning: {
      zh: '写了免提醒及理由，可是这里并没有这一提醒',
      en: 'a silence with its reason stands here, and there is no such warning',
    },
    consequence: {
      zh: '名称改过或者写错，以后真有问题时，会被这条旧理由悄悄压下',
      en: 'a name was changed or misspelt; when there is something to warn of, the old reason will hush it up',
    },
    bad: '- { code: check/gap, reason: 办法只规定了一类情形 }',
    good: '- { code: check/bare-judgement, at: 主动挽回, reason: 办法没有写明怎样判断 }',
  },
  'check/broad-silence': {
    meaning: {
      zh: '一条免提醒所指的不止一处，没有写明是哪一处',
      en: 'a silence meets several warnings and does not say which',
    },
    consequence: {
      zh: '为一处写的理由，盖住了另一处没有人想过的错误',
      en: 'a reason given for one of them covers another that nobody thought about',
    },
    bad: '- { code: check/dead-option, at: 损失等级, reason: 沿用上位规定的等级名称 }',
    good: [
      '- { code: check/dead-option, at: 损失等级, part: 特别重大, reason: 沿用上位规定的等级名称 }',
      '- { code: check/dead-option, at: 损失等级, part: 较大, reason: 沿用上位规定的等级名称 }',
    ].join('\n'),
  },
  'check/too-large': {
    meaning: {
      zh: '案件的种类太多，程序不能逐一证明；这不是错误，只是没有证明',
      en: 'there are too many kinds of cases to prove anything about all of them; this is no error, only no proof',
    },
    consequence: {
      zh: '冲突、灰色地带和不起作用的规则可能都在，而没有人被提醒',
      en: 'conflicts, gaps and dead rules may be there, and nobody is warned',
    },
    bad: [
      '- at_least: { n: 3, of: [辛一, 辛二, 辛三, 辛四, 辛五, 辛六, 辛七, 辛八] }',
      '- at_least: { n: 3, of: [甲一, 乙一, 丙一, 丁一, 戊一, 己一, 庚一, 辛一] }',
    ].join('\n'),
    good: '- at_least: { n: 3, of: [甲一, 甲二, 甲三, 甲四, 甲五, 甲六, 甲七, 甲八] }',
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;
