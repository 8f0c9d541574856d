// The two languages the tool speaks; file formats and JSON keys are the same in both.

/** 中文 or English. */
export type Language = 'zh' | 'en';

/** One text said in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
