// check/uncovered-article: a provision that nothing cites and that is not set aside.
import type { Policy } from '../../model/policy.js';
import { citationsOf } from '../citations.js';
import type { Finding } from '../context.js';

/** A provision, or a paragraph of one, that nothing cites and that is not set aside; a citation of the whole covers its paragraphs. */
export function uncoveredArticle(policy: Policy): Finding[] {
  const code = 'check/uncovered-article';
  const citations = citationsOf(policy).filter(({ document }) => document === undefined);
  return [...policy.articles.values()].flatMap(({ key, aside, paragraphs, at }): Finding[] => {
    const own = citations.filter(({ article }) => article === key);
    const setAside = aside !== undefined || paragraphs.every((paragraph) => paragraph.aside !== undefined);
    if (setAside) return [];
    if (own.length === 0) return [{ code, subject: { at: key }, at, words: { name: key } }];
    return paragraphs.flatMap((paragraph, i): Finding[] => {
      const covers = own.some((one) => (one.paragraph ?? (one.item === undefined ? i + 1 : 1)) === i + 1);
      if (covers || paragraph.aside) return [];
      const part = `第${String(i + 1)}款`;
      return [{ code, subject: { at: key, part }, at: paragraph.at, words: { name: key + part } }];
    });
  });
}
