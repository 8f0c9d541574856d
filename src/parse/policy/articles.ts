// In: the `articles` of a policy. Out: its provisions, each article with one paragraph (款) or several.
import type { Article, Aside, Item, Paragraph } from '../../model/citation.js';
import { report, type Findings } from '../words/context.js';
import { child, entriesOf, itemsOf, textAt, type Tree } from '../yaml/tree.js';

/** Reads all provisions; keys are the document's own. */
export function readArticles(tree: Tree | undefined, findings: Findings): Map<string, Article> {
  const articles = new Map<string, Article>();
  for (const { key, value } of entriesOf(tree)) {
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
  if (child(tree, 'says') ?? child(tree, 'items')) report(findings, 'parse/article-shape', several.at);
  return itemsOf(several).map(readParagraph);
}

function readParagraph(tree: Tree): Paragraph {
  const says = textAt(tree, 'says');
  const aside = textAt(tree, 'aside') as Aside | undefined;
  const items = readItems(child(tree, 'items'));
  return { items, at: tree.at, ...(says ? { says } : {}), ...(aside ? { aside } : {}) };
}

function readItems(tree: Tree | undefined): Item[] {
  return entriesOf(tree).map(({ key, value }) => ({
    key: key.text,
    says: value.kind === 'text' ? value.text : (textAt(value, 'says') ?? ''),
    items: readItems(child(value, 'items')),
    at: key.at,
  }));
}
