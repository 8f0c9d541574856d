// In: a located tree and its kind. Out: whether it fits the JSON Schema that zod derives from the shape of that kind.
import type { Mapping, Tree } from '../yaml/tree.js';
import { DERIVED } from './derived.js';
import type { ShapeKind } from './shapes.js';

/** The words of JSON Schema that the shapes come to; a test refuses any other. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly type?: 'string' | 'array' | 'object';
  readonly minLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
}

type Named = Readonly<Record<string, Schema>>;

const parsed = new Map<ShapeKind, Schema>();

function schemaOf(kind: ShapeKind): Schema {
  const schema = parsed.get(kind) ?? (JSON.parse(DERIVED[kind]) as Schema);
  parsed.set(kind, schema);
  return schema;
}

/** Whether a tree fits the shape of its kind. */
export function fitsKind(tree: Tree, kind: ShapeKind): boolean {
  const schema = schemaOf(kind);
  return fits(tree, schema, schema.$defs ?? {});
}

function fits(tree: Tree, schema: Schema, named: Named): boolean {
  if (schema.$ref !== undefined) return fits(tree, named[schema.$ref.slice('#/$defs/'.length)]!, named);
  if (schema.anyOf) return schema.anyOf.some((branch) => fits(tree, branch, named));
  if (tree.kind === 'text') return schema.type === 'string' && fitsText(tree.text, schema);
  if (tree.kind === 'map') return schema.type === 'object' && fitsMap(tree, schema, named);
  const { items, minItems = 0 } = schema;
  return (
    schema.type === 'array' && tree.items.length >= minItems && tree.items.every((item) => fits(item, items!, named))
  );
}

function fitsText(text: string, { minLength = 0, pattern, enum: words }: Schema): boolean {
  if (text.length < minLength || (words && !words.includes(text))) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(text);
}

function fitsMap({ entries }: Mapping, schema: Schema, named: Named): boolean {
  const { properties = {}, required = [], additionalProperties: others } = schema;
  if (required.some((key) => !entries.has(key))) return false;
  return [...entries].every(([key, { value }]) => {
    const own = Object.hasOwn(properties, key) ? properties[key] : others;
    return own !== undefined && own !== false && fits(value, own, named);
  });
}
