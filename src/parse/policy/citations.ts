// In: a citation as written, in Chinese or Arabic numerals. Out: what it cites, and the official form (立法法 65; 款 unnumbered where there is one).
import type { Article, Citation } from '../../model/citation.js';
import type { Span } from '../../model/source.js';
import { MOST_HINTS, report, type Findings } from '../words/context.js';
import { NUMERAL, readNumeral, writeNumeral } from '../words/numerals.js';
import { child, itemsOf, type Tree } from '../yaml/tree.js';
import { meantCitation } from './citation-slips.js';

const TAIL = new RegExp(
  `^(?:第(?<paragraph>${NUMERAL})款)?(?:第?[（(](?<bracketed>${NUMERAL})[)）]项?|第(?<item>${NUMERAL})项)?(?:第?(?<subitem>${NUMERAL})目)?(?<proviso>但书)?$`,
  'u',
);
const ARTICLE = new RegExp(`^第(?<number>${NUMERAL})条(?:之(?<of>${NUMERAL}))?`, 'u');

/** Reads the `cites` of a node, one or several; faulty ones are reported and left out. */
export function readCitations(
  owner: Tree | undefined,
  articles: ReadonlyMap<string, Article>,
  findings: Findings,
): Citation[] {
  return citationsIn(child(owner, 'cites'), articles, findings);
}

/** Reads citations that stand directly in a node. */
export function citationsIn(
  tree: Tree | undefined,
  articles: ReadonlyMap<string, Article>,
  findings: Findings,
): Citation[] {
  return itemsOf(tree).flatMap((item) => {
    if (item.kind !== 'text') return [];
    const citation = readCitation(item.text, item.at, articles);
    if (!citation) {
      const reads = (text: string): boolean => readCitation(text, item.at, articles) !== undefined;
      const fix = findings.found.length < MOST_HINTS ? meantCitation(item.text.slice(0, 300), reads) : '';
      report(findings, 'parse/citation', item.at, { name: item.text, fix });
    }
    return citation ? [citation] : [];
  });
}

/** Reads one citation; undefined where it is not one. */
export function readCitation(written: string, at: Span, articles: ReadonlyMap<string, Article>): Citation | undefined {
  const text = written.replaceAll(/\s/gu, '');
  const titled = /^《(?<title>[^》]+)》/u.exec(text);
  const document = titled?.groups?.title;
  const rest = text.slice(titled?.[0].length ?? 0);
  const own = document === undefined ? articles : new Map<string, Article>();
  const head = articleHead(rest, own);
  if (head === undefined) {
    return document !== undefined && rest === ''
      ? { document, article: '', proviso: false, text: `《${document}》`, at }
      : undefined;
  }
  const tail = TAIL.exec(rest.slice(head.length));
  if (!tail || numeralsIn(tail).some((numeral) => readNumeral(numeral) === undefined)) return undefined;
  return official(head.key, tail.groups!, document, own.get(head.key), at);
}

function numeralsIn({ groups }: RegExpExecArray): string[] {
  const { paragraph, bracketed, item, subitem } = groups!;
  return [paragraph, bracketed, item, subitem].filter((numeral) => numeral !== undefined);
}

/** The article that a citation starts with: a key of this policy (the longest that fits), or 第…条. */
function articleHead(
  text: string,
  articles: ReadonlyMap<string, Article>,
): { readonly key: string; readonly length: number } | undefined {
  const numbered = ARTICLE.exec(text);
  const canonical = numbered && articleName(numbered);
  const keys = [...articles.keys()].filter((key) => text.startsWith(key)).sort((a, b) => b.length - a.length);
  const [key] = keys;
  if (key !== undefined && key.length >= (numbered?.[0].length ?? 0)) return { key, length: key.length };
  if (!canonical) return undefined;
  const sameNumber = [...articles.keys()].find((own) => {
    return ARTICLE.exec(own)?.[0] === own && articleKey(own) === canonical;
  });
  return { key: sameNumber ?? canonical, length: numbered[0].length };
}

function articleName(match: RegExpExecArray): string | undefined {
  const number = readNumeral(match.groups!.number!);
  const of = match.groups!.of === undefined ? 0 : readNumeral(match.groups!.of);
  if (number === undefined || of === undefined) return undefined;
  return `第${writeNumeral(number)}条${of === 0 ? '' : `之${writeNumeral(of)}`}`;
}

/** One name for all ways to write an article's key: 第3条 is 第三条; undefined for 第…条 without a number, such as 第零条. */
export function articleKey(key: string): string | undefined {
  const match = ARTICLE.exec(key);
  return match?.[0] === key ? articleName(match) : key;
}

function official(
  key: string,
  groups: Readonly<Record<string, string | undefined>>,
  document: string | undefined,
  article: Article | undefined,
  at: Span,
): Citation {
  const count = (text: string | undefined): number | undefined => (text === undefined ? undefined : readNumeral(text));
  const [paragraph, item, subitem] = [
    count(groups.paragraph),
    count(groups.bracketed ?? groups.item),
    count(groups.subitem),
  ];
  const proviso = groups.proviso !== undefined;
  const onlyParagraph = article?.paragraphs.length === 1 && paragraph === 1;
  const parts = [
    document === undefined ? '' : `《${document}》`,
    articleKey(key) ?? key,
    paragraph === undefined || onlyParagraph ? '' : `第${writeNumeral(paragraph)}款`,
    item === undefined ? '' : `第（${writeNumeral(item)}）项`,
    subitem === undefined ? '' : `第${subitem}目`,
    proviso ? '但书' : '',
  ];
  return {
    article: key,
    proviso,
    text: parts.join(''),
    at,
    ...(document === undefined ? {} : { document }),
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
    ...(subitem === undefined ? {} : { subitem }),
  };
}
