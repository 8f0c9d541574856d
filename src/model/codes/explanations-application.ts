// Which policy, version and day a case is decided by.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** Which policy, version and day a case is decided by. */
export const APPLICATION_EXPLANATIONS = {
  'case/missing-policy': {
    meaning: { zh: '案件没有说依哪个办法认定', en: 'the case does not say which policy decides it' },
    consequence: {
      zh: '同样的事实依不同的办法会有不同的结论，不能由程序代选',
      en: 'the same facts may come out differently under another policy; the program must not choose',
    },
    bad: 'happened_on: 2022-05-10',
    good: ['policy: shili', 'happened_on: 2022-05-10'].join('\n'),
  },
  'case/unknown-policy': {
    meaning: { zh: '按所写的代号或路径找不到办法', en: 'there is no policy under this id or path' },
    consequence: {
      zh: '没有办法就没有认定；写错一个字母而恰好指到别的办法，后果更重',
      en: 'without a policy there is no determination; worse if a slip happens to name another one',
    },
    bad: 'policy: moushi-rongcou',
    good: 'policy: moushi-rongcuo',
  },
  'case/policy-at-fault': {
    meaning: { zh: '所适用的办法自身有错误', en: 'the policy that applies has errors itself' },
    consequence: {
      zh: '依一份读不通的办法作出的认定站不住脚',
      en: 'a determination under a policy that cannot be read would not stand',
    },
    bad: 'caijue decide cases/2026-017.yaml',
    good: 'caijue check policies/moushi-rongcuo.yaml',
  },
  'case/no-version': {
    meaning: {
      zh: '行为发生之日，这个办法还没有施行或者已经废止',
      en: 'on that day no version of the policy was in force yet, or any more',
    },
    consequence: {
      zh: '依当时还没有的规定处理一个人，违反法不溯及既往',
      en: 'it would judge somebody by a rule that did not exist when they acted',
    },
    bad: 'happened_on: 2008-05-10',
    good: 'happened_on: 2018-05-10',
  },
  'case/several-versions': {
    meaning: { zh: '同一日有两个版本都说自己在施行', en: 'two versions both claim to be in force on that day' },
    consequence: {
      zh: '新旧规定结论不同时，选哪一个没有依据',
      en: 'where old and new law differ there is no ground for choosing either',
    },
    bad: 'in_force: { from: 2018-11-01 }',
    good: 'in_force: { from: 2018-11-01, to: 2023-12-31 }',
  },
  'case/which-version': {
    meaning: {
      zh: '办法有几个版本，案件却没有写日期',
      en: 'the policy has several versions, and the case has no date',
    },
    consequence: {
      zh: '选错版本，就是拿新规定处理旧行为，或者相反',
      en: 'the wrong version would judge an old act by new law, or the reverse',
    },
    bad: 'title: 某水库闸门抢修未经政府采购',
    good: ['title: 某水库闸门抢修未经政府采购', 'happened_on: 2022-05-10'].join('\n'),
  },
  'case/not-in-force': {
    meaning: {
      zh: '案件的日期在办法施行期间之外',
      en: 'the day of the case lies outside the time in which the policy is in force',
    },
    consequence: {
      zh: '依当时没有施行的规定认定，当事人可以据此推翻',
      en: 'a determination by a rule not in force at the time can be set aside',
    },
    bad: 'happened_on: 2012-05-10',
    good: 'happened_on: 2022-05-10',
  },
  'case/parameter-hole': {
    meaning: {
      zh: '办法用到的一个标准在这一天没有数值',
      en: 'a standard that the policy uses has no value on this day',
    },
    consequence: {
      zh: '没有标准就无从比较；拿别的日子的标准顶替，会使一些人多得、一些人少得',
      en: "without it nothing can be compared; borrowing another day's value would give some people more and others less",
    },
    bad: 'happened_on: 2020-03-10',
    good: 'happened_on: 2022-05-10',
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;
