// In: the `articles` of a policy. Out: its provisions, each article with one paragraph (款) or several.
import type { Article, Aside, Item, Paragraph } from '../../model/citation.js';
import { report, type Findings } from '../words/context.js';
import { readNumeral } from '../words/numerals.js';
import { articleKey } from './citations.js';
import { child, entriesOf, itemsOf, keySpan, textAt, type Tree } from '../yaml/tree.js';

/** Reads all provisions; keys are the document's own. */
export function readArticles(tree: Tree | undefined, findings: Findings): Map<string, Article> {
  const articles = new Map<string, Article>();
  const seen = new Set<string>();
  for (const { key, value } of entriesOf(tree)) {
    const name = articleKey(key.text);
    if (name === undefined) report(findings, 'parse/citation', key.at, { name: key.text });
    else if (seen.has(name)) report(findings, 'parse/duplicate-key', key.at, { name: key.text });
    seen.add(name ?? key.text);
    const aside = textAt(value, 'aside') as Aside | undefined;
    const paragraphs = readParagraphs(value, findings);
    articles.set(key.text, { key: key.text, paragraphs, ...(aside ? { aside } : {}), at: key.at });
  }
  return articles;
}

function readParagraphs(tree: Tree, findings: Findings): Paragraph[] {
  if (tree.kind === 'text') return [{ says: tree.text, items: [], at: tree.at }];
  const several = child(tree, 'paragraphs');
  if (!several) return [readParagraph(tree)];
  const outside = ['says', 'items'].find((key) => child(tree, key));
  if (outside !== undefined) report(findings, 'parse/article-shape', keySpan(tree, outside));
  return itemsOf(several).map(readParagraph);
}

function readParagraph(tree: Tree): Paragraph {
  const says = textAt(tree, 'says');
  const aside = textAt(tree, 'aside') as Aside | undefined;
  const items = readItems(child(tree, 'items'));
  return { items, at: tree.at, ...(says ? { says } : {}), ...(aside ? { aside } : {}) };
}

function readItems(tree: Tree | undefined): Item[] {
  return entriesOf(tree).map(({ key, value }, i) => ({
    key: key.text,
    number: readNumeral(key.text.replaceAll(/[第（()）项目.、]/gu, '')) ?? i + 1,
    says: value.kind === 'text' ? value.text : (textAt(value, 'says') ?? ''),
    items: readItems(child(value, 'items')),
    at: key.at,
  }));
}
