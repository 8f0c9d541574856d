// An independent plain reading of a case: the YAML library with its plainest schema, and each type read anew in a few lines.
import { parse } from 'yaml';

/** What a case states for a fact, in one plain form: null where unknown. Quantities are `numerator/denominator unit`. */
export type Plain = string | null;

/** The type of a fact as the reading needs it. */
export interface PlainType {
  readonly kind: string;
  readonly unit?: string | null;
  readonly options?: readonly string[];
}

type File = Readonly<Record<string, unknown>>;
const child = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as File)[key] : undefined;

/** The id, the title, and what is stated for each fact: `fact` for the case, `i/fact` for the party in place i. */
export function plainReading(text: string, typeOf: (fact: string) => PlainType | undefined): Record<string, Plain> {
  const file: unknown = parse(text.replace(/^\ufeff/u, ''), {
    schema: 'failsafe',
    maxAliasCount: 0,
    logLevel: 'error',
  });
  const head = child(file, 'case');
  const read: Record<string, Plain> = {
    'case/id': String(child(head, 'id')),
    'case/title': String(child(head, 'title')),
  };
  const readAll = (facts: unknown, prefix: string): void => {
    for (const [name, stated] of Object.entries((facts ?? {}) as File)) {
      const detailed = typeof stated === 'object' && stated !== null && !Array.isArray(stated);
      read[prefix + name] = plainValue(detailed ? child(stated, 'value') : stated, typeOf(name));
    }
  };
  readAll(child(file, 'facts'), '');
  ((child(file, 'parties') ?? []) as unknown[]).forEach((party, i) => {
    read[`${String(i)}/name`] = String(child(party, 'name')).trim();
    readAll(child(party, 'facts'), `${String(i)}/`);
  });
  return read;
}

function plainValue(stated: unknown, type: PlainType | undefined): Plain {
  if (Array.isArray(stated)) return [...(stated as string[])].sort().join('、');
  if (typeof stated !== 'string' || stated.trim() === '' || stated === '待查') return null;
  if (type?.kind === 'boolean')
    return { 是: 'true', true: 'true', 否: 'false', false: 'false' }[stated] ?? `? ${stated}`;
  return type?.kind === 'quantity' ? plainQuantity(stated) : stated;
}

const UNITS: Readonly<Record<string, readonly [bigint, string]>> = {
  年: [12n, '月'],
  个月: [1n, '月'],
  月: [1n, '月'],
};

/** Digits, a point, 万 and 亿 any number of times, a unit; reduced. */
export function plainQuantity(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?([万亿]*)(.*)$/su.exec(text);
  if (!match) return `? ${text}`;
  const [, sign, whole, part = '', multiples, suffix] = match as unknown as string[];
  const [factor, unit] = suffix === '%' ? [1n, ''] : (UNITS[suffix!] ?? [1n, suffix!]);
  const scale = [...multiples!].reduce((product, each) => product * (each === '万' ? 10n ** 4n : 10n ** 8n), factor);
  return reduced(
    BigInt(sign! + whole! + part) * scale,
    10n ** BigInt(part.length) * (suffix === '%' ? 100n : 1n),
    unit,
  );
}

/** A fraction in its lowest terms, with its unit. */
export function reduced(numerator: bigint, denominator: bigint, unit: string): string {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  return `${String(numerator / (a || 1n))}/${String(denominator / (a || 1n))} ${unit}`;
}
