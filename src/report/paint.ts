// How parts of a message are painted for a terminal.

/** Paints parts of a message; without paint the text stands alone. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** No colour at all. */
export const PLAIN: Paint = { error: (text) => text, warning: (text) => text, faint: (text) => text };
