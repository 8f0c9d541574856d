// In: a number of facts. Out: a policy of that size with the shape of a real one, as text: chapters of facts that rules draw together,
// some facts that several chapters read, grades from tables, points that add up, exceptions, and outcomes that prevail over each other.
import { stringify } from 'yaml';

const ARTICLE = '第一条';

/** Numbers that look random and are the same every time. */
function makeRandom(seed) {
  let state = seed;
  const next = (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((state / 0x8000_0000) * below);
  };
  return { next, pick: (list) => list[next(list.length)] };
}

const truth = (extra = {}) => ({ ask: '是否如此？', type: 'boolean', cites: ARTICLE, ...extra });

/** A chapter of ten facts: six truths, a choice, several options, an amount and a date or a duration; one in three amounts has a condition. */
function chapterFacts(chapter, count) {
  const name = (fact) => `${fact}${chapter}`;
  const gated = chapter % 3 === 0 ? { applies_when: name('甲'), otherwise: '0元' } : {};
  const facts = {
    [name('甲')]: truth(),
    [name('乙')]: truth(),
    [name('丙')]: truth(),
    [name('金额')]: { ask: '多少？', type: 'money', min: '0元', cites: ARTICLE, ...gated },
    [name('类别')]: { ask: '哪一类？', type: 'choice', options: ['一类', '二类', '三类', '四类'], cites: ARTICLE },
    [name('丁')]: truth(),
    [name('期间')]:
      chapter % 2 === 0
        ? { ask: '何日？', type: 'date', cites: ARTICLE }
        : { ask: '多久？', type: 'duration', unit: '月', min: '0个月', cites: ARTICLE },
    [name('戊')]: truth(),
    [name('情形')]: {
      ask: '哪些情形？',
      type: 'choices',
      options: [`子${chapter}`, `丑${chapter}`, `寅${chapter}`],
      cites: ARTICLE,
    },
    [name('己')]: truth(),
  };
  return Object.fromEntries(Object.entries(facts).slice(0, count));
}

/** The rules of a chapter, over the facts that it has; `other` is a truth of another chapter. */
function chapterRules(chapter, has, other) {
  const name = (fact) => `${fact}${chapter}`;
  const kept = (parts) => parts.filter(([fact]) => has(name(fact))).map(([, part]) => part);
  const late = chapter % 2 === 0 ? `${name('期间')} >= 2020-07-01` : `${name('期间')} > 24个月`;
  const grade = { columns: [name('金额'), name('类别')], hit: 'first', rows: [] };
  grade.rows = [
    { if: ['>= 5000万元', '-'], value: '重大' },
    { if: ['>= 1000万元', '一类'], value: '重大' },
    { if: ['>= 1000万元', '-'], value: '较大' },
    { if: ['-', 'in [一类, 二类]'], value: '较大' },
    { if: ['-', '-'], value: '一般' },
  ];
  const rules = {
    [name('前提')]: {
      cites: ARTICLE,
      when: {
        all: kept([
          ['甲', name('甲')],
          ['乙', `not ${name('乙')}`],
          ['丁', name('丁')],
          ['戊', { any: [name('戊'), other] }],
        ]),
      },
    },
    [name('情节')]: {
      cites: ARTICLE,
      when: {
        at_least: {
          n: 2,
          of: kept([
            ['丙', name('丙')],
            ['丁', name('丁')],
            ['期间', late],
            ['己', name('己')],
            ['甲', other],
          ]),
        },
      },
    },
    [name('除外')]: {
      cites: ARTICLE,
      when: {
        all: kept([
          ['丙', name('丙')],
          ['情形', `${name('情形')} has [子${chapter}, 丑${chapter}]`],
          ['甲', `not ${other}`],
        ]),
      },
    },
  };
  if (has(name('己'))) rules[name('除外')].unless = { all: [name('己'), `not ${name('甲')}`] };
  if (!has(name('类别'))) return rules;
  rules[name('等级')] = { cites: ARTICLE, options: ['重大', '较大', '一般'], table: grade };
  rules[name('分值')] = {
    cites: ARTICLE,
    cases: [
      { when: `${name('等级')} = 重大`, value: '5' },
      { when: `${name('等级')} = 较大`, value: '3' },
      { otherwise: '0' },
    ],
  };
  return rules;
}

/** The outcomes: excluded, heavier, lighter by points and by circumstances, and all else; earlier ones prevail. */
function outcomesOver(rules) {
  const named = (part) => Object.keys(rules).filter((name) => name.startsWith(part));
  const points = named('分值').slice(0, 8);
  const [first = '前提0'] = named('前提');
  return {
    不予: { title: '不予', cites: ARTICLE, when: { any: named('除外') }, prevails_over: ['从重', '从轻', '减轻'] },
    从重: {
      title: '从重',
      cites: ARTICLE,
      when: { any: named('等级').length > 0 ? named('等级').map((grade) => `${grade} = 重大`) : [first] },
      prevails_over: ['从轻', '减轻'],
    },
    从轻: {
      title: '从轻',
      cites: ARTICLE,
      when: {
        all: [
          first,
          { any: named('情节') },
          ...(points.length > 0 ? [`${points.join(' + ')} <= ${points.length * 2}`] : []),
        ],
      },
      prevails_over: ['减轻'],
    },
    减轻: {
      title: '减轻',
      cites: ARTICLE,
      when: {
        all: [{ at_least: { n: Math.ceil(named('前提').length / 2), of: named('前提') } }, { any: named('情节') }],
      },
    },
    其他: { title: '其他', cites: ARTICLE, otherwise: true },
  };
}

/** A policy of so many facts. */
export function grownPolicy(count) {
  const random = makeRandom(count);
  const chapters = Array.from({ length: Math.ceil(count / 10) }, (_, i) => i);
  const facts = Object.assign({}, ...chapters.map((chapter) => chapterFacts(chapter, count - chapter * 10)));
  const has = (name) => Object.hasOwn(facts, name);
  const other = (chapter) =>
    `甲${random.pick(chapters.filter((one) => one !== chapter && Math.abs(one - chapter) < 5).concat(chapter))}`;
  const rules = Object.assign({}, ...chapters.map((chapter) => chapterRules(chapter, has, other(chapter))));
  return written(facts, rules, outcomesOver(rules));
}

/** 60 truths and 15 amounts, each cut at four constants, in 15 grades; the figures of the stated goal. */
export function widePolicy() {
  const random = makeRandom(7);
  const truths = Array.from({ length: 60 }, (_, i) => `条件${i}`);
  const amounts = Array.from({ length: 15 }, (_, i) => `数额${i}`);
  const facts = {
    ...Object.fromEntries(truths.map((name) => [name, truth()])),
    ...Object.fromEntries(amounts.map((name) => [name, { ask: '多少？', type: 'money', min: '0元', cites: ARTICLE }])),
  };
  const rules = {};
  amounts.forEach((amount, i) => {
    const own = truths.slice(i * 4, i * 4 + 4);
    rules[`数额较大${i}`] = { cites: ARTICLE, when: `${amount} >= 10万元` };
    rules[`数额巨大${i}`] = {
      cites: ARTICLE,
      when: { any: [`${amount} >= 100万元`, { all: [`${amount} >= 50万元`, own[3]] }] },
    };
    rules[`严重${i}`] = { cites: ARTICLE, when: { all: [`数额巨大${i}`, { any: own.slice(0, 2) }] } };
    rules[`轻微${i}`] = {
      cites: ARTICLE,
      when: {
        all: [
          `not ${own[0]}`,
          { any: [`${amount} < 1万元`, { all: [`not 数额较大${i}`, own[2]] }, random.pick(truths)] },
        ],
      },
    };
  });
  const named = (part) => Object.keys(rules).filter((name) => name.startsWith(part));
  const outcomes = {
    从重: { title: '从重', cites: ARTICLE, when: { any: named('严重') }, prevails_over: ['从轻', '一般'] },
    从轻: {
      title: '从轻',
      cites: ARTICLE,
      when: { all: [{ at_least: { n: 10, of: named('轻微') } }, { none: named('数额巨大') }] },
      prevails_over: ['一般'],
    },
    一般: { title: '一般', cites: ARTICLE, when: { any: [...named('数额较大'), ...named('数额巨大')] } },
    其他: { title: '其他', cites: ARTICLE, otherwise: true },
  };
  return written(facts, rules, outcomes);
}

function written(facts, rules, outcomes) {
  const head = { id: 'bench', title: 'bench', completeness: 'part', source: 'made up' };
  const policy = { policy: head, articles: { [ARTICLE]: 'made up' }, facts, rules, outcomes };
  return stringify(policy, { aliasDuplicateObjects: false });
}
