// In: a word or a key that is not known where it stands. Out: the known one that was meant, where it says the same in Chinese or in another language.
import { nearest } from '../nearest.js';

/** The words of the language, each with words of everyday writing and of other languages that say it. */
const MEANINGS: Readonly<Record<string, string>> = {
  boolean: 'bool 是非 是否',
  choice: '单选',
  choices: '多选',
  number: 'int integer 数 数字 人数',
  money: '金额',
  date: '日期',
  duration: '期间 期限',
  text: 'string 文字',
  case: '全案 案件',
  party: '当事人',
  shall: '应当',
  may: '可以',
  facts: '事实',
  rules: '规则',
  outcomes: '结论',
  articles: '条文',
  policy: '办法',
  parameters: '参数',
  title: '标题 案由',
  cites: '依据 条款',
  ask: '问题',
  type: '类型',
  unit: '单位',
  options: '选项',
  when: '条件 if',
  unless: '例外 除外',
  otherwise: '否则 其他 else',
  value: '值',
  evidence: '证据',
  reason: '理由',
  note: '说明 备注',
  name: '姓名',
  role: '职务',
  id: '编号',
  source: '来源',
};
const SYNONYMS: ReadonlyMap<string, readonly string[]> = inverted(MEANINGS);

/** For each word, all that it may stand for: 条件 is `when`, 案件 is `case`. */
function inverted(meanings: Readonly<Record<string, string>>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [meant, words] of Object.entries(meanings)) {
    for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), meant]);
  }
  return found;
}

/** The known word that was meant; empty where none is near. */
export function meantWord(word: string, known: readonly string[]): string {
  const same = SYNONYMS.get(word.trim().toLowerCase())?.find((one) => known.includes(one));
  return same ?? nearest(word, known);
}

/** What a key that is missing may look like. */
export const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['ask', 'ask: 是否造成损失？'],
  ['type', 'type: boolean'],
  ['cites', 'cites: 第五条第（一）项'],
  ['title', 'title: 不予处罚'],
  ['says', 'says: 违法行为轻微的，不予处罚'],
  ['completeness', 'completeness: part'],
  ['reason', 'reason: 办法没有写明怎样判断'],
]);
