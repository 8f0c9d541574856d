// What the interview asks of whoever answers: a person at a terminal, a person at a screen reader, or a file of recorded answers.
import type { Case, StatedFact } from '../../model/case.js';
import type { Question } from '../../interview/interview.js';
import type { ExitCode } from '../session.js';

/** What a prompt is about, by which a recorded answer is found. */
export type About =
  | { readonly on: 'head'; readonly key: 'id' | 'title' | 'happened_on' | 'as_of' | 'applied_by_analogy' }
  | { readonly on: 'party'; readonly index: number; readonly part: 'name' | 'role' }
  | { readonly on: 'value' | 'reason'; readonly question: Question }
  | { readonly on: 'evidence'; readonly question: Question; readonly index: number }
  | { readonly on: 'modality' | 'choice' | 'choice-reason'; readonly party: string }
  | { readonly on: 'decided_by' | 'decided_on' }
  | { readonly on: 'menu'; readonly name: string };

/** What can be said at a prompt instead of an answer. */
export type Command = 'why' | 'back' | 'review';

/** An answer, or a command. */
export type Reply<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: Command | 'unknown' };

/** Something to choose. */
export interface Choosable<T> {
  readonly value: T;
  readonly name: string;
}

/** A choice of one. Nothing is chosen beforehand; `unattended` is what holds where nobody is there to choose. */
export interface ChoosePrompt<T> {
  readonly about: About;
  readonly ask: string;
  readonly options: readonly Choosable<T>[];
  readonly unattended?: T;
}

/** A choice of several; `none` is the option that says none of them. */
export interface SeveralPrompt {
  readonly about: About;
  readonly ask: string;
  readonly options: readonly Choosable<string>[];
  readonly more: readonly Choosable<'none' | 'unknown' | 'keep'>[];
}

/** What became of a typed line: its value, with how it is understood where that differs from what was typed; or why it is refused. */
export type ReadLine<T> =
  { readonly ok: true; readonly value: T; readonly echo?: string } | { readonly ok: false; readonly why: string };

/** A line to type. `canBeUnknown`: 待查 is an answer here. */
export interface LinePrompt<T> {
  readonly about: About;
  readonly ask: string;
  readonly read: (text: string) => ReadLine<T>;
  readonly canBeUnknown?: boolean;
}

/** Whoever answers. Leaving and being stopped are told by throwing a `Departure`. */
export interface Talk {
  readonly say: (text: string) => void;
  readonly choose: <T>(prompt: ChoosePrompt<T>) => Promise<Reply<T>>;
  readonly several: (prompt: SeveralPrompt) => Promise<Reply<readonly string[] | 'keep'>>;
  readonly line: <T>(prompt: LinePrompt<T>) => Promise<Reply<T>>;
  /** The case whose answers are given; absent where a person is asked. */
  readonly record?: Case;
  /** What the record states for a question. */
  readonly recorded?: (question: Question) => StatedFact | undefined;
  /** Whether a person can look at things and change the mind. */
  readonly attended: boolean;
  readonly close: () => void;
}

/** The interview ends before its end: the person leaves, or the process is told to stop. Everything answered is saved. */
export class Departure extends Error {
  constructor(readonly code: ExitCode) {
    super('the interview is left');
  }
}

/** The signs that stand for commands, with those that a Chinese keyboard gives on the same keys. */
export const SIGNS: ReadonlyMap<string, Command | 'leave'> = new Map([
  ...['?', '？'].map((sign) => [sign, 'why'] as const),
  ...['<', '＜', '《'].map((sign) => [sign, 'back'] as const),
  ...['/', '／', '、'].map((sign) => [sign, 'review'] as const),
  ...['.', '．', '。'].map((sign) => [sign, 'leave'] as const),
]);

/** Words that say unknown. */
export const UNKNOWN_WORDS: ReadonlySet<string> = new Set(['待查', 'unknown']);
