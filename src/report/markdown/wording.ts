// How values, truths, evidence and provisions are worded in a report.
import type { Article, Citation, Paragraph } from '../../model/citation.js';
import type { StatedFact } from '../../model/case.js';
import { constantText } from '../../model/constant.js';
import type { TrailStep, Truth } from '../../model/determination.js';
import type { Policy } from '../../model/policy.js';
import type { Language } from '../../model/language.js';
import type { Say } from './labels.js';

/** Joins names as the language does. */
export function joined(names: readonly string[], language: Language): string {
  return names.join(language === 'zh' ? '、' : ', ');
}

/** An exact amount as people write it: `50000000元` becomes `5000万元` where two decimals make it exact; anything else is left alone. */
export function readable(text: string): string {
  const match = /^(-?)(\d+)元$/u.exec(text);
  if (!match) return text;
  for (const [unit, digits] of [
    ['亿', 8],
    ['万', 4],
  ] as const) {
    const number = match[2]!;
    if (number.length <= digits) continue;
    const rest = number.slice(-digits).replace(/0+$/u, '');
    if (rest.length <= 2) return `${match[1]!}${number.slice(0, -digits)}${rest === '' ? '' : `.${rest}`}${unit}元`;
  }
  return text;
}

/** A truth as a finding. */
export function truthWords(truth: Truth | null, say: Say): string {
  if (truth === null) return '';
  return truth === 'unknown' ? say('unknown') : say(truth ? 'holds' : 'fails');
}

/** What a step of the trail came to: its value, or whether it holds. */
export function stepWords(step: TrailStep, say: Say): string {
  if (step.truth !== null) return truthWords(step.truth, say);
  return step.value === null ? say('unknown') : readable(step.value);
}

/** A paragraph in one line: what leads to its items, a colon, the items. */
function paragraphText({ says = '', items }: Paragraph): string {
  const list = items.map((item) => `（${item.key}）${item.says}`).join('；');
  const lead = list === '' || /^$|[：:，、；]$/u.test(says) ? says : `${says}：`;
  return lead + list;
}

/** The restated words of a provision; an item with the words that lead to it. */
export function gistOf(citation: Citation, policy: Policy): string | undefined {
  if (citation.document !== undefined) return undefined;
  const article: Article | undefined = policy.articles.get(citation.article);
  const paragraph = article?.paragraphs[(citation.paragraph ?? 1) - 1];
  if (!paragraph) return undefined;
  if (citation.item === undefined) {
    const whole = citation.paragraph === undefined ? article.paragraphs : [paragraph];
    return whole
      .map(paragraphText)
      .filter((part) => part !== '')
      .join('；');
  }
  return paragraph.items[citation.item - 1]?.says;
}

/** Evidence, reason and finder of a stated fact, in one line. */
export function supportOf(fact: StatedFact, say: Say, language: Language): string {
  const stop = language === 'zh' ? '；' : '; ';
  const colon = language === 'zh' ? '：' : ': ';
  const notes = fact.evidence.map(({ note, file, sha256 }) =>
    [note, file, sha256 === undefined ? undefined : `sha256 ${sha256.replace('sha256:', '').slice(0, 12)}…`]
      .filter((part) => part !== undefined)
      .join(' '),
  );
  const finder = [fact.foundBy, fact.foundOn].filter((part) => part !== undefined).join(' ');
  const parts = [
    notes.length > 0 ? say('evidence') + colon + notes.join(stop) : fact.value === null ? '' : say('noEvidence'),
    fact.setAside === undefined ? '' : say('setAside') + colon + readable(constantText(fact.setAside)),
    fact.reason === undefined ? '' : say('reason') + colon + fact.reason,
    fact.note === undefined ? '' : say('note') + colon + fact.note,
    finder === '' ? '' : say('foundBy') + colon + finder,
  ];
  return parts.filter((part) => part !== '').join(language === 'zh' ? '。' : '. ');
}
