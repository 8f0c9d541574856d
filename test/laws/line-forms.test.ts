// Lines of JSON form by form: what the reader of lines takes, with the values that the whole loader gives, and what it leaves.
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../src/model/policy.js';
import { tryLine, tryPlainCase } from '../fuzz/plain-case-trial.js';
import { LINE_POLICY, linePolicy } from '../fuzz/line-policy.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Whether a line is taken, under the policy read anew, by the reader of lines; where it is, its values have been found to be those of the whole loader. */
const isTaken = (line: string): boolean => tryLine(bytes(line), linePolicy());

const HEAD = '"case":{"id":"an-0001","title":"一件案子"}';
const withFacts = (facts: string): string => `{${HEAD},"facts":{${facts}}}`;
const withCase = (head: string): string => `{"case":{${head}}}`;
const withRecord = (record: string): string => `{${HEAD},"determination":${record}}`;
const withParty = (record: string): string => withRecord(`{"parties":{"an-0001":${record}}}`);

type Rows = readonly (readonly [name: string, line: string])[];

const TAKEN: Rows = [
  ['a case with nothing but its head', `{${HEAD}}`],
  ['spaces between marks', `{ "case" : { "id" : "an-0001" , "title" : "一" } , "facts" : { "明知" : "是" } }`],
  [
    'all that a head may have',
    withCase(
      '"id":"an-0001","title":"一","policy":"p","happened_on":"2024-02-29","as_of":"2023-05-01","source":"设","note":"注"',
    ),
  ],
  ['a case by analogy', withCase('"id":"an-0001","title":"一","applied_by_analogy":"参照"')],
  ['keys in another order', withCase('"note":"注","title":"一","id":"an-0001"')],
  ['a short id', withCase('"id":"a","title":"一"')],
  ['an id in Chinese', withCase('"id":"案一","title":"一"')],
  ['punctuation of Chinese', withCase('"id":"an-0001","title":"“一”、（二）——！～…。"')],
  ['yes and no', withFacts('"明知":"是"')],
  ['no', withFacts('"明知":"否"')],
  ['yes in English', withFacts('"明知":"true"')],
  ['money with its unit', withFacts('"金额":"100元"')],
  ['money in ten thousands', withFacts('"金额":"1.5万元"')],
  ['parts of a number', withFacts('"金额":"0.0001元"')],
  ['the least and the most', withFacts('"金额":"1000000元","人数":"0人"')],
  ['a number without quotes', withFacts('"件数":12')],
  ['a number without quotes after spaces', withFacts('"件数":   12 ,"明知":"是"')],
  ['nine and nought', withFacts('"件数":90909')],
  ['parts of a number without quotes', withFacts('"比例":1.5')],
  ['a number in quotes', withFacts('"人数":"12人"')],
  ['a day', withFacts('"日期":"2024-02-29"')],
  ['each option', withFacts('"种类":"乙"')],
  ['an option that begins another', withFacts('"种类":"乙类"')],
  ['an option that is written like nothing', withFacts('"种类":"null"')],
  ['nothing where an option is written like it', withFacts('"种类":null')],
  ['an option with the name of its fact', withFacts('"种类":"种类"')],
  ['the first day', withFacts('"日期":"2000-01-01"')],
  ['the last day', withFacts('"日期":"2029-12-31"')],
  ['twelve nines in quotes', withFacts('"比例":"999999999999.9999"')],
  ['a text of spaces', withFacts('"说明":" "')],
  ['an option of one letter', withFacts('"种类":"A"')],
  ['an option of two letters', withFacts('"种类":"AB"')],
  ['options in a list', withFacts('"情节":["三","一"]')],
  ['options in a list with spaces', withFacts('"情节": [ "二" , "三" ]')],
  ['one option in a list', withFacts('"情节":["二"],"明知":"否"')],
  ['a text', withFacts('"说明":"随便什么"')],
  ['what is being looked into', withFacts('"明知":"待查","人数":"待查","说明":"待查"')],
  ['nothing in quotes', withFacts('"人数":""')],
  ['null', withFacts('"明知":null,"人数": null')],
  ['facts in another order', withFacts('"说明":"一","明知":"是","日期":"2024-01-01","金额":"1元"')],
  [
    'a fact with all that may stand with it',
    withFacts(
      '"明知":{"value":"是","evidence":"笔录","reason":"理","found_by":"某","found_on":"2024-01-01","note":"注"}',
    ),
  ],
  ['evidence in a list', withFacts('"明知":{"evidence":["笔录","证言"],"value":"是"}')],
  ['evidence in a list with spaces', withFacts('"明知":{"value":"是","evidence": [ "笔录" , "证言" ] }')],
  ['a fact without a value', withFacts('"明知":{"reason":"正在查"}')],
  ['a number within a fact', withFacts('"件数":{"value":12,"note":"注"},"明知":"是"')],
  ['null within a fact', withFacts('"人数":{"value":null,"note":"注"}')],
  ['options within a fact', withFacts('"情节":{"value":["一"],"note":"注"}')],
  ['a record', withParty('{"outcome":"成"}')],
  ['a record with a reason', withParty('{"reason":"理由","outcome":"不成","note":"注"}')],
  ['one choice', withParty('{"outcome":"成","choice":"重"}')],
  ['one choice in a list', withParty('{"outcome":"成","choice":["轻"]}')],
  ['several choices where several may be', withParty('{"choice":["书面","口头"],"outcome":"不成"}')],
  [
    'all that a record may have',
    withRecord(
      '{"policy":"p","engine":"e","decided_on":"2024-01-01","decided_by":"某","source":"设","note":"注","parties":{"an-0001":{"outcome":"成"}}}',
    ),
  ],
  [
    'a record before the facts',
    `{${HEAD},"determination":{"parties":{"an-0001":{"outcome":"成"}}},"facts":{"明知":"是"}}`,
  ],
];

const LEFT: Rows = [
  ['facts before the case', `{"facts":{"明知":"是"},${HEAD}}`],
  ['nothing', ''],
  ['an empty map', '{}'],
  ['a list', `[${HEAD}]`],
  ['parties', `{${HEAD},"parties":[{"name":"甲"}]}`],
  ['another key', `{${HEAD},"other":"x"}`],
  ['a map without its end', `{${HEAD}`],
  ['more after the end', `{${HEAD}}}`],
  ['more after a space', `{${HEAD}} x`],
  ['a comma at the end', `{${HEAD},}`],
  ['the case twice', `{${HEAD},${HEAD}}`],
  ['the facts twice', `{${HEAD},"facts":{"明知":"是"},"facts":{"明知":"否"}}`],
  ['no colon', `{"case"{"id":"an-0001","title":"一"}}`],
  ['no id', withCase('"title":"一"')],
  ['no title', withCase('"id":"an-0001"')],
  ['an empty title', withCase('"id":"an-0001","title":""')],
  ['an id that is none', withCase('"id":"-a","title":"一"')],
  ['an id that a system reserves', withCase('"id":"con","title":"一"')],
  ['an id that is no text', withCase('"id":5,"title":"一"')],
  ['an id twice', withCase('"id":"an-0001","id":"an-0002","title":"一"')],
  ['an empty policy', withCase('"id":"an-0001","title":"一","policy":""')],
  ['a policy of spaces', withCase('"id":"an-0001","title":"一","policy":" "')],
  ['an analogy of spaces', withCase('"id":"an-0001","title":"一","applied_by_analogy":" "')],
  ['an empty analogy', withCase('"id":"an-0001","title":"一","applied_by_analogy":""')],
  ['a day that is none', withCase('"id":"an-0001","title":"一","happened_on":"2023-02-29"')],
  ['an empty day', withCase('"id":"an-0001","title":"一","as_of":""')],
  ['a key of the head that is none', withCase('"id":"an-0001","title":"一","x":"y"')],
  ['a prefix of a key', withCase('"id":"an-0001","titl":"一"')],
  ['an escape', withCase('"id":"an-0001","title":"一\\n二"')],
  ['a character that nobody sees', withCase('"id":"an-0001","title":"一\u200b二"')],
  ['a letter that is not common', withCase('"id":"an-0001","title":"né"')],
  ['a tab', withCase('"id":"an-0001",\t"title":"一"')],
  ['a fact that is none', withFacts('"没有":"是"')],
  ['a fact twice', withFacts('"明知":"是","明知":"否"')],
  ['no facts at all', withFacts('')],
  ['a value that is none', withFacts('"明知":"也许"')],
  ['a truth without quotes', withFacts('"明知":true')],
  ['money without its unit', withFacts('"金额":100')],
  ['more than the most', withFacts('"金额":"1000001元"')],
  ['less than the least', withFacts('"金额":"-1元"')],
  ['a part where whole ones are wanted', withFacts('"件数":1.5')],
  ['a number with an exponent', withFacts('"件数":1e3')],
  ['a number with a sign', withFacts('"件数":-1')],
  ['a number that ends in a point', withFacts('"件数":1.')],
  ['twelve nines', withFacts('"比例":999999999999.9999')],
  ['no value before a comma', withFacts('"件数":,"明知":"是"')],
  ['no value at the end', withFacts('"件数":')],
  ['a word that begins like nothing', withFacts('"件数":nullx')],
  ['a number and nothing', withFacts('"件数":1null')],
  ['a text after a text', withFacts('"明知":"是""否"')],
  ['a map after a text', withFacts('"明知":"是"{"value":"否"}')],
  ['a text without its end', withFacts('"说明":"一')],
  ['a day before the first', withFacts('"日期":"1999-12-31"')],
  ['a day after the last', withFacts('"日期":"2030-01-01"')],
  ['an option that is none', withFacts('"种类":"丙"')],
  ['an option of several that is none', withFacts('"情节":["四"]')],
  ['an option twice', withFacts('"情节":["一","一"]')],
  ['options without the end of the list', withFacts('"情节":["一"')],
  ['options that are no texts', withFacts('"情节":[1]')],
  ['one of several options outside a list', withFacts('"情节":"一"')],
  ['no option in a list', withFacts('"情节":[]')],
  ['a list where one value is wanted', withFacts('"种类":["甲"]')],
  ['a key of a fact that is none', withFacts('"明知":{"value":"是","reasons":"理"}')],
  ['a key of a fact twice', withFacts('"明知":{"value":"是","value":"否"}')],
  ['an empty reason', withFacts('"明知":{"value":"是","reason":""}')],
  ['a reason in a list', withFacts('"明知":{"value":"是","reason":["理"]}')],
  ['a day of finding that is none', withFacts('"明知":{"value":"是","found_on":"昨天"}')],
  ['evidence that is empty', withFacts('"明知":{"value":"是","evidence":""}')],
  ['no evidence in a list', withFacts('"明知":{"value":"是","evidence":[]}')],
  ['evidence with an empty piece', withFacts('"明知":{"value":"是","evidence":["笔录",""]}')],
  ['evidence in a file', withFacts('"明知":{"value":"是","evidence":{"file":"a.pdf"}}')],
  ['what was set aside', withFacts('"明知":{"set_aside":"是"}')],
  ['a record without parties', withRecord('{"decided_by":"某"}')],
  ['a record of nobody', withRecord('{"parties":{}}')],
  ['a record of another', withRecord('{"parties":{"an-0002":{"outcome":"成"}}}')],
  ['a record of one with a longer name', withRecord('{"parties":{"an-00011":{"outcome":"成"}}}')],
  ['a record of one with a shorter name', withRecord('{"parties":{"an-000":{"outcome":"成"}}}')],
  ['a record of two', withRecord('{"parties":{"an-0001":{"outcome":"成"},"an-0002":{"outcome":"成"}}}')],
  ['a record on a day that is none', withRecord('{"decided_on":"2024-13-01","parties":{"an-0001":{"outcome":"成"}}}')],
  ['a record without an outcome', withParty('{"reason":"理"}')],
  ['an outcome that is none', withParty('{"outcome":"没有"}')],
  ['an empty choice of one', withParty('{"outcome":"成","choice":""}')],
  ['no choice in a list where several may be', withParty('{"outcome":"不成","choice":[]}')],
  ['choices of which one is none', withParty('{"outcome":"不成","choice":["书面","轻"]}')],
  ['an empty outcome', withParty('{"outcome":""}')],
  ['an empty reason of a record', withParty('{"outcome":"成","reason":""}')],
  ['an empty note of a record', withParty('{"outcome":"成","note":""}')],
  ['a choice that is none', withParty('{"outcome":"成","choice":"书面"}')],
  ['several choices where one may be', withParty('{"outcome":"成","choice":["轻","重"]}')],
  ['no choice in a list', withParty('{"outcome":"成","choice":[]}')],
  ['a choice that is no text', withParty('{"outcome":"成","choice":1}')],
  ['a difference', withParty('{"outcome":"成","differs":{"expected":"不成","reason":"理"}}')],
];

describe('the reader of lines takes', () => {
  test.each(TAKEN)('%s', (_, line) => {
    expect(isTaken(line)).toBe(true);
    expect(tryPlainCase(bytes(line), linePolicy())).toBe('accepted');
  });
});

describe('the reader of lines leaves', () => {
  test.each(LEFT)('%s', (_, line) => {
    expect(isTaken(line)).toBe(false);
  });
});

describe('several options', () => {
  const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `第${i}`);
  const policyOf = (count: number): Policy => linePolicy(LINE_POLICY.replace('一, 二, 三', names(count).join(', ')));
  const facts = (chosen: readonly string[]): Uint8Array => bytes(withFacts(`"情节":${JSON.stringify(chosen)}`));

  test('are taken up to thirty', () => {
    for (const chosen of [names(30), names(30).slice(-1), names(1)]) {
      expect(tryLine(facts(chosen), policyOf(30))).toBe(true);
      expect(tryPlainCase(facts(chosen), policyOf(30))).toBe('accepted');
    }
  });

  test.each([31, 32, 33, 64, 65])('are left where there are %i', (count) => {
    for (const chosen of [names(count), names(count).slice(-1), names(1), []]) {
      expect(tryLine(facts(chosen), policyOf(count))).toBe(false);
      expect(tryPlainCase(facts(chosen), policyOf(count))).toBe('declined');
    }
  });
});
