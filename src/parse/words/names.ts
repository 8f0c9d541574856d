// Which texts may be names, and what each name of a policy means.
import { FUNCTIONS, type Reference, type ValueType } from '../../model/expression.js';

const NAME = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** Words of the grammar: none of them can name a fact, rule, parameter or outcome. */
export const RESERVED: ReadonlySet<string> = new Set<string>([
  ...FUNCTIONS,
  ...['all', 'any', 'none', 'at_least', 'not', 'in', 'has', 'as_of', 'true', 'false', '是', '否', '待查'],
]);

/** Why a text cannot be a name, or undefined where it can. Names equal their own NFKC form, so no two look alike. */
export function nameFault(name: string): 'parse/bad-name' | 'parse/reserved-name' | undefined {
  if (RESERVED.has(name)) return 'parse/reserved-name';
  if (!NAME.test(name) || name.normalize('NFKC') !== name || name === '__proto__') return 'parse/bad-name';
  return undefined;
}

/** A name that conditions and expressions may use. */
export interface Named {
  readonly ref: Reference;
  readonly type: ValueType;
}

/** The names of a policy. `faulty` is a name whose own definition has findings: nothing more is said about its uses. */
export interface Names {
  get(name: string): Named | 'faulty' | undefined;
  keys(): Iterable<string>;
}

/** Everything that a policy's expressions may refer to, and what else they must be told apart from. */
export interface Scope {
  readonly names: Names;
  readonly outcomes: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}
