// In: what a person types as an answer. Out: the value it surely means, in the form that a case file has, or why it is refused.
// A case file wants one form; a person may write any that has one meaning. Where two meanings are possible it is refused.
import { readDate } from '../../model/calendar.js';
import { constantText } from '../../model/constant.js';
import type { Constant } from '../../model/expression.js';
import type { Fact } from '../../model/policy.js';
import { readQuantity } from '../../model/quantity.js';
import { nearest } from '../nearest.js';
import { compareLimits } from '../policy/facts.js';
import { unseenCharacters } from '../yaml/characters.js';
import { readAmount, readChineseDay } from './chinese-number.js';
import { readLiteral, type ReadLiteral } from './literal.js';
import { plainDate, plainNumber } from './mistaken.js';

type Units = ReadonlySet<string>;

/** Reads an answer to a question. `units` are those that the policy declares. */
export function readTyped(text: string, fact: Fact, units: Units): ReadLiteral {
  const { type } = fact;
  const half = text.normalize('NFKC').replaceAll('\u2212', '-').trim();
  const read =
    type.kind === 'quantity'
      ? readTypedNumber(half.replace(/\s+(?=\p{L})/gu, ''), type.unit, units)
      : type.kind === 'date'
        ? readTypedDay(half)
        : type.kind === 'choices'
          ? readTypedOptions(half, type.options)
          : type.kind === 'text'
            ? readTypedText(text.trim())
            : readLiteral(type.kind === 'boolean' ? (TRUTHS[half.toLowerCase()] ?? half) : half, type, units);
  return read.ok ? withinLimits(read.value, fact, units) : read;
}

/** Other words for 是 and 否 that leave no doubt. 有, 没有, 对 and 不是 do: they may answer the question or the fact. */
const TRUTHS: Readonly<Record<string, string>> = { y: '是', yes: '是', n: '否', no: '否' };

/** Limits, whole numbers, and that the canonical text is read back as the same value. */
function withinLimits(value: Constant, fact: Fact, units: Units): ReadLiteral {
  const words = { name: fact.name };
  if (value.kind === 'quantity' || value.kind === 'date') {
    if (fact.min && compareLimits(value, fact.min) < 0) return { ok: false, code: 'case/below-minimum', words };
    if (fact.max && compareLimits(value, fact.max) > 0) return { ok: false, code: 'case/above-maximum', words };
  }
  if (value.kind !== 'quantity') return { ok: true, value };
  if (fact.whole && value.value.d !== 1n) return { ok: false, code: 'parse/not-a-whole-number', words };
  const back = readLiteral(constantText(value), fact.type, units);
  return back.ok ? { ok: true, value } : back;
}

/** A day in any form that names year, month and day in that order. */
export function readTypedDay(text: string): ReadLiteral {
  const half = text.normalize('NFKC').trim();
  const [, year, month, dayOfMonth] = /^(\d{4})(\d{2})(\d{2})$/u.exec(half) ?? [];
  const compact = year === undefined ? undefined : `${year}-${month!}-${dayOfMonth!}`;
  const day = readDate(compact ?? plainDate(half.replaceAll(' ', '')) ?? readChineseDay(half) ?? half);
  if (day !== undefined) return { ok: true, value: { kind: 'date', day } };
  return { ok: false, code: 'parse/bad-date', words: { name: text, fix: '' } };
}

/** Marks of money before an amount, and words for 元 after it. */
const MONEY = /^(?:人民币|rmb|[¥￥])\s*/iu;
const YUAN = /(?:元人民币|人民币|元整|元正|圆整|圆|块钱|块)$/u;

function readTypedNumber(text: string, unit: string | null, units: Units): ReadLiteral {
  const type = { kind: 'quantity', unit } as const;
  const bare = unit === '元' ? text.replace(MONEY, '').replace(YUAN, '元') : text;
  const counted = unit === '日' ? bare.replace(/天$/u, '日') : bare;
  const written = readQuantity(counted, units).ok ? counted : plainNumber(counted, units) || readAmount(counted, units);
  const plain = written ?? counted;
  const quantity = readQuantity(plain, units);
  // A number without its unit is in the unit that the question asks for; 月 can be years as well, and 10% is no amount.
  const lacks = quantity.ok && quantity.unit === null && unit !== null && unit !== '月' && !plain.endsWith('%');
  return readLiteral(lacks ? plain + unit : plain, type, units);
}

/** Several options with any separator between them; 无 is none of them. */
function readTypedOptions(text: string, options: readonly string[]): ReadLiteral {
  if (text === '无' || text.toLowerCase() === 'none') return { ok: true, value: { kind: 'choices', options: [] } };
  const names = text.split(/[、,;\s]+/u).filter((name) => name !== '');
  const strange = names.find((name) => !options.includes(name));
  if (strange !== undefined || names.length === 0) {
    const words = { name: strange ?? text, near: nearest(strange ?? text, options), allowed: options.join(' ') };
    return { ok: false, code: 'parse/unknown-option', words };
  }
  return { ok: true, value: { kind: 'choices', options: options.filter((option) => names.includes(option)) } };
}

/** Free text as typed; what cannot be seen is refused, because the file could not be read again. */
export function readTypedText(text: string): ReadLiteral {
  for (const { name } of unseenCharacters(text)) {
    return { ok: false, code: 'parse/unseen-character', words: { character: name } };
  }
  return text === ''
    ? { ok: false, code: 'parse/nothing-there', words: { name: '' } }
    : { ok: true, value: { kind: 'text', text } };
}
