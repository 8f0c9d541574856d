// The words of a batch's reports, in both languages.
import type { Answered, Effect, Ground } from '../../model/batch.js';
import type { Change } from '../../model/change.js';
import type { Status } from '../../model/determination.js';
import type { Bilingual, Language } from '../../model/language.js';

const WORDS = {
  title: { zh: '批量复核', en: 'Batch of cases' },
  overview: { zh: '总计', en: 'Overview' },
  files: { zh: '文件', en: 'files' },
  parties: { zh: '当事人', en: 'parties' },
  faulty: { zh: '没有结果的文件', en: 'files without a result' },
  lost: { zh: '有记录而现在得不出结论的', en: 'recorded, and no longer derived' },
  uncompared: { zh: '适用别的办法、没有比较的', en: 'under another policy, not compared' },
  changes: { zh: '与记录相比', en: 'Against the record' },
  changesAfter: { zh: '与记录相比（按新版）', en: 'Against the record (newer version)' },
  withFiles: { zh: '错误或没有结果', en: 'error or no result' },
  outcomes: { zh: '按结论', en: 'By outcome' },
  policy: { zh: '办法', en: 'Policy' },
  outcome: { zh: '结论', en: 'Outcome' },
  recorded: { zh: '记录', en: 'Recorded' },
  change: { zh: '变化', en: 'Change' },
  because: { zh: '依据', en: 'Because' },
  file: { zh: '文件', en: 'File' },
  case: { zh: '案件', en: 'Case' },
  index: { zh: '报告和索引', en: 'reports and their index' },
  party: { zh: '当事人', en: 'Party' },
  report: { zh: '报告', en: 'Report' },
  missing: { zh: '待查', en: 'not established' },
  faultyFiles: { zh: '出错的文件', en: 'Files at fault' },
  skipped: { zh: '略过的文件', en: 'Files left out' },
  'skipped-policy': { zh: '是办法，不是案件', en: 'a policy, not a case' },
  'skipped-link': { zh: '是链接，所指的文件另行读取', en: 'a link; what it leads to is read by its own name' },
  comparison: { zh: '两版比较', en: 'Comparison' },
  compared: { zh: '比较的当事人', en: 'parties compared' },
  flipped: { zh: '结论有变化的', en: 'answers that change' },
  order: { zh: '由轻到重', en: 'from mild to harsh' },
  noOrder: {
    zh: '办法没有写明结论的轻重（policy.mildest_first），变化不分轻重',
    en: 'the policy does not order its outcomes (policy.mildest_first), so changes are not ordered by harm',
  },
  onlyBefore: { zh: '只有旧版有的事实（新版不读）', en: 'facts of the older version only (not read under the newer)' },
  onlyAfter: { zh: '只有新版有的事实（旧版不读）', en: 'facts of the newer version only (not read under the older)' },
  retyped: { zh: '类型不同的事实', en: 'facts of another type' },
  flips: { zh: '变化表', en: 'Flip table' },
  before: { zh: '旧版', en: 'Before' },
  after: { zh: '新版', en: 'After' },
  unchanged: { zh: '不变', en: 'unchanged' },
  versionChanges: { zh: '办法改了什么', en: 'What changed in the policy' },
  noVersionChanges: { zh: '两版的含义相同', en: 'both versions mean the same' },
  mattered: { zh: '影响人数', en: 'Parties' },
  never: { zh: '没有影响任何人', en: 'never mattered' },
  flippedParties: { zh: '谁的结论变化', en: 'Whose answer changes' },
  effects: { zh: '其中对当事人', en: 'of these, to the party' },
  effect: { zh: '对当事人', en: 'Effect' },
  words: { zh: '起作用的条文', en: 'What made it' },
  unexplained: { zh: '（把改动都撤回也得不出旧结论）', en: '(not even all changes taken back give the old answer)' },
  'kind-fact': { zh: '事实', en: 'fact' },
  'kind-parameter': { zh: '参数', en: 'parameter' },
  'kind-impossible': { zh: '不可能的组合', en: 'impossible' },
  'kind-period': { zh: '施行期间', en: 'in force' },
  absent: { zh: '（没有）', en: '(absent)' },
  unlike: { zh: '同案不同判', en: 'Like cases, unlike records' },
  moreParties: { zh: '另有 {n} 人', en: '{n} more' },
  declared: { zh: '已说明理由', en: 'declared' },
  group: { zh: '组', en: 'Group' },
  near: { zh: '离界线 {margin} 以内的数（日期不计）', en: 'Within {margin} of a threshold (dates are not counted)' },
  value: { zh: '数值', en: 'Value' },
  threshold: { zh: '界线', en: 'Threshold' },
  off: { zh: '相差', en: 'Off by' },
  decisive: {
    zh: '各项事实起决定作用的人数（共 {n} 人得到认定）',
    en: 'How often each fact was decisive (of {n} determined)',
  },
  share: { zh: '比例', en: 'Share' },
  coverage: { zh: '检验程度', en: 'Coverage' },
  'kind-rule': { zh: '规则', en: 'rule' },
  'kind-leaf': { zh: '条件', en: 'condition' },
  'kind-option': { zh: '选项', en: 'option' },
  'kind-row': { zh: '行', en: 'row' },
  'kind-outcome': { zh: '结论', en: 'outcome' },
  kind: { zh: '种类', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  cites: { zh: '条款', en: 'Provision' },
  owner: { zh: '所属', en: 'Belongs to' },
  text: { zh: '内容', en: 'Text' },
  place: { zh: '位置', en: 'Place' },
  lacks: { zh: '从未', en: 'Never' },
  'lacks-true': { zh: '成立', en: 'true' },
  'lacks-false': { zh: '不成立', en: 'false' },
  seen: { zh: '成立/不成立/待查/起决定作用', en: 'true/false/unknown/decisive' },
  results: { zh: '逐人结果', en: 'Results' },
  more: { zh: '另有 {n} 项未列出', en: '{n} more are not listed' },
  none: { zh: '没有', en: 'none' },
} as const satisfies Record<string, Bilingual>;

const STATUSES: Readonly<Record<Status, Bilingual>> = {
  determined: { zh: '已认定', en: 'determined' },
  pending: { zh: '待定', en: 'pending' },
  conflict: { zh: '结论冲突', en: 'conflict' },
  gap: { zh: '无规定可循', en: 'gap' },
  error: { zh: '错误', en: 'error' },
};

const CHANGE_WORDS: Readonly<Record<Change, Bilingual>> = {
  same: { zh: '一致', en: 'same' },
  changed: { zh: '不一致', en: 'changed' },
  declared: { zh: '不一致，已说明理由', en: 'declared' },
  new: { zh: '没有记录', en: 'new' },
  undetermined: { zh: '得不出结论', en: 'undetermined' },
  error: { zh: '错误', en: 'error' },
};

const EFFECT_WORDS: Readonly<Record<Effect, Bilingual>> = {
  harsher: { zh: '更重', en: 'harsher' },
  'answer-lost': { zh: '失去结论', en: 'answer lost' },
  unordered: { zh: '未排轻重', en: 'not ordered' },
  'answer-gained': { zh: '得到结论', en: 'answer gained' },
  milder: { zh: '更轻', en: 'milder' },
};

/** The words of one language. */
export interface Words {
  readonly language: Language;
  readonly say: (word: keyof typeof WORDS) => string;
  readonly change: (change: Change) => string;
  readonly effect: (effect: Effect) => string;
  /** An outcome by name, or what came instead of one. */
  readonly answer: (answered: Pick<Answered, 'status' | 'outcome'>) => string;
  readonly grounds: (grounds: readonly Ground[]) => string;
  readonly list: (names: readonly string[]) => string;
  /** Joins what says different things; what is empty is left out. */
  readonly clauses: (parts: readonly string[]) => string;
  readonly status: (status: Status) => string;
}

/** The words of a language. */
export function wordsIn(language: Language): Words {
  const list = (names: readonly string[]): string => names.join(language === 'zh' ? '、' : ', ');
  const ground = (told: Ground): string => {
    const { leaf, truth } = affirmed(told);
    if (truth === true || truth === null) return leaf;
    const mark = truth === false ? { zh: '否', en: 'false' } : { zh: '待查', en: 'unknown' };
    return language === 'zh' ? `${leaf}（${mark.zh}）` : `${leaf} (${mark.en})`;
  };
  return {
    language,
    list,
    say: (word) => WORDS[word][language],
    status: (status) => STATUSES[status][language],
    change: (change) => CHANGE_WORDS[change][language],
    effect: (effect) => EFFECT_WORDS[effect][language],
    answer: ({ status, outcome }) => outcome ?? STATUSES[status][language],
    grounds: (grounds) => list([...new Set(grounds.map(ground))]),
    clauses: (parts) => parts.filter((part) => part !== '').join(language === 'zh' ? '；' : '; '),
  };
}

/** `甲` that is false for `not 甲` that is true, and the other way round: nobody reads a denial that is denied. */
function affirmed({ leaf, truth }: Ground): Ground {
  const [, name] = /^not\s+(.+)$/su.exec(leaf) ?? [];
  return name === undefined || typeof truth !== 'boolean' ? { leaf, truth } : { leaf: name, truth: !truth };
}
