// check/dangling-citation: a citation of a provision that the policy does not restate.
import type { Item } from '../../model/citation.js';
import type { Policy } from '../../model/policy.js';
import { citationsOf } from '../citations.js';
import type { Finding } from '../context.js';

/** A citation of an article, paragraph, item or sub-item that is not there. */
export function danglingCitation(policy: Policy): Finding[] {
  return citationsOf(policy).flatMap(({ document, article, paragraph, item, subitem, text, at }): Finding[] => {
    if (document !== undefined) return [];
    const own = policy.articles.get(article);
    const within = own?.paragraphs[(paragraph ?? 1) - 1];
    const cited = item === undefined ? undefined : numbered(within?.items, item);
    const found = item === undefined ? within : cited;
    const whole = subitem === undefined ? found : numbered(cited?.items, subitem);
    return whole ? [] : [{ code: 'check/dangling-citation', subject: { at: text }, at, words: { name: text } }];
  });
}

function numbered(items: readonly Item[] | undefined, number: number): Item | undefined {
  return items?.find((item) => item.number === number);
}
