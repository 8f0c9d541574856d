// In: the text of an option's value. Out: the value, or the error that the command line tells.
import { InvalidArgumentError } from 'commander';
import { readDate } from '../model/calendar.js';

/** A number of things. */
export function aCount(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError(`${text} (0, 1, 2 …)`);
  return Number(text);
}

/** A number of threads. */
export function aJobCount(text: string): number {
  if (!/^[1-9]\d?$/u.test(text)) throw new InvalidArgumentError(`${text} (1–99)`);
  return Number(text);
}

/** A whole percentage. */
export function aPercent(text: string): number {
  const percent = aCount(text);
  if (percent > 100) throw new InvalidArgumentError(`${text} (0–100)`);
  return percent;
}

/** A share in per cent, as `5%`. */
export function aShare(text: string): string {
  if (!/^\d{1,3}(?:\.\d{1,4})?%$/u.test(text)) throw new InvalidArgumentError(`${text} (5%)`);
  return text;
}

/** A day, `YYYY-MM-DD`. */
export function aDay(text: string): string {
  if (readDate(text) === undefined) throw new InvalidArgumentError(`${text} (YYYY-MM-DD)`);
  return text;
}

/** One of some words. */
export function oneOf(words: readonly string[]): (word: string) => string {
  return (word) => {
    if (!words.includes(word)) throw new InvalidArgumentError(`${word} (${words.join(' ')})`);
    return word;
  };
}
