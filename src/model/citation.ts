// Provisions and how they are cited: 条 in Chinese numerals, 款 counted, 项 in Chinese numerals in brackets, 目 in Arabic (立法法 65).
import type { Span } from './source.js';

/** Why a provision is set aside and decides nothing by itself. */
export const ASIDES = [
  'purpose',
  'principle',
  'definition',
  'organisation',
  'procedure',
  'not_computable',
  'not_obtained',
] as const;
export type Aside = (typeof ASIDES)[number];

/** An item (项) or sub-item (目) of a provision, keyed as the document numbers it. */
export interface Item {
  readonly key: string;
  /** The number in its key; its place in the list where the key is no number. */
  readonly number: number;
  readonly says: string;
  readonly items: readonly Item[];
  readonly at: Span;
}

/** A paragraph (款); `items` are its 项. */
export interface Paragraph {
  readonly says?: string;
  readonly items: readonly Item[];
  readonly aside?: Aside;
  readonly at: Span;
}

/** A provision, restated. An article of one paragraph has exactly one entry in `paragraphs`. */
export interface Article {
  readonly key: string;
  readonly paragraphs: readonly Paragraph[];
  readonly aside?: Aside;
  readonly at: Span;
}

/** A reference to a provision of this policy, or of another document named in 《》. */
export interface Citation {
  /** The title of another document, without 《》; absent for this policy's own provisions. */
  readonly document?: string;
  /** The article's key: `第五条`, `第十条之一`, a heading. */
  readonly article: string;
  readonly paragraph?: number;
  /** 项, as a number. */
  readonly item?: number;
  /** 目, as a number. */
  readonly subitem?: number;
  /** 但书: the exception inside the sentence. */
  readonly proviso: boolean;
  /** The official form: `第五条第二款第（三）项`. */
  readonly text: string;
  readonly at: Span;
}
