// In: conditions and definitions. Out: them in one line, in the words of the policy, as a comparison of two versions quotes them.
import type { Condition } from './expression.js';
import type { Conclusion, Fact, Outcome, Parameter } from './policy.js';
import { dateText } from './calendar.js';
import { constantText } from './constant.js';
import type { Constant } from './expression.js';

/** A condition as YAML in braces would write it. */
export function conditionWords(condition: Condition): string {
  if (condition.kind === 'leaf') return condition.text;
  const of = `[${condition.of.map(conditionWords).join(', ')}]`;
  return condition.kind === 'at_least'
    ? `{ at_least: { n: ${String(condition.n)}, of: ${of} } }`
    : `{ ${condition.kind}: ${of} }`;
}

/** A definition in words, and in the pieces by which two of one frame are compared. */
export interface DefinitionWords {
  readonly frame: string;
  readonly pieces: readonly string[];
  readonly text: string;
}

function test(when: Condition, unless: Condition | undefined): DefinitionWords {
  const exception = unless ? [`unless: ${conditionWords(unless)}`] : [];
  const text = [`when: ${conditionWords(when)}`, ...exception].join(', ');
  if (when.kind === 'leaf') return { frame: 'leaf', pieces: [when.text, ...exception], text };
  const frame = when.kind === 'at_least' ? `at_least ${String(when.n)}` : when.kind;
  return { frame, pieces: [...when.of.map(conditionWords), ...exception], text };
}

function pieces(frame: string, all: readonly string[]): DefinitionWords {
  return { frame, pieces: all, text: all.join('; ') };
}

/** What a rule concludes. */
export function conclusionWords(conclusion: Conclusion): DefinitionWords {
  if (conclusion.kind === 'when') return test(conclusion.when, conclusion.unless);
  if (conclusion.kind === 'value') return pieces('value', [conclusion.text]);
  const rows = conclusion.rows.map(({ when, text }) => `${when ? conditionWords(when) : 'otherwise'}: ${text}`);
  return pieces(`rows ${conclusion.hit}`, rows);
}

/** When an outcome holds, and over what it prevails. */
export function outcomeWords({ when, unless, prevailsOver }: Outcome): DefinitionWords {
  const own = when ? test(when, unless) : pieces('otherwise', ['otherwise']);
  const over = prevailsOver.map(({ outcome }) => `prevails_over: ${outcome}`);
  return { frame: own.frame, pieces: [...own.pieces, ...over], text: [own.text, ...over].join(', ') };
}

/** What a fact may be, and when it is asked. */
export function factWords({ type, per, min, max, appliesWhen, otherwise }: Fact): DefinitionWords {
  const kind = type.kind === 'quantity' && type.unit !== null ? `${type.kind} ${type.unit}` : type.kind;
  const options = 'options' in type ? ` [${type.options.join(', ')}]` : '';
  const parts = [
    kind + options,
    per === 'party' ? 'per: party' : '',
    min ? `min: ${constantWords(min)}` : '',
    max ? `max: ${constantWords(max)}` : '',
    appliesWhen ? `applies_when: ${conditionWords(appliesWhen)}` : '',
    otherwise ? `otherwise: ${constantWords(otherwise)}` : '',
  ];
  return pieces(
    'fact',
    parts.filter((part) => part !== ''),
  );
}

/** The values of a parameter, each with its day. */
export function parameterWords({ values }: Parameter): DefinitionWords {
  const rows = values.map(({ from, to, value }) => {
    const until = to === undefined ? '' : `–${dateText(to)}`;
    return `${dateText(from)}${until}: ${constantWords(value)}`;
  });
  return pieces('parameter', rows);
}

/** Combinations that are declared impossible, or any other list of conditions. */
export function conditionsWords(conditions: readonly Condition[]): DefinitionWords {
  return pieces('conditions', conditions.map(conditionWords));
}

/** Of two definitions of one frame, the pieces that the other lacks; else the whole. Null where there is nothing. */
export function differingWords(own: DefinitionWords | undefined, other: DefinitionWords | undefined): string | null {
  if (!own) return null;
  if (own.frame !== other?.frame) return own.text;
  const rest = [...other.pieces];
  const lacking = own.pieces.filter((piece) => {
    const at = rest.indexOf(piece);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return lacking.length === 0 ? null : lacking.join('; ');
}

function constantWords(value: Constant): string {
  return value.kind === 'choices' ? `[${value.options.join(', ')}]` : constantText(value);
}
