// In: the shape of a policy, a part or a case. Out: the JSON Schema (draft-07, which editors read) that completes and explains keys.
import * as z from 'zod';
import { SILENCEABLE } from '../../model/codes/index.js';
import { SHAPES, type ShapeKind } from './shapes.js';

/** The scalars as editors see them: YAML's own numbers, truths and dates are allowed where the reader takes their text. */
const SCALARS: Readonly<Record<string, object>> = {
  value: { type: ['string', 'number', 'boolean', 'null'] },
  whole: { type: ['integer', 'string'], pattern: '^(0|[1-9][0-9]*)$' },
  day: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  flag: { enum: [true, 'true', '是'] },
  warning: { type: 'string', enum: SILENCEABLE },
};

/** The JSON Schema of a kind of files. */
export function jsonSchemaOf(kind: ShapeKind): object {
  const schema = z.toJSONSchema(SHAPES[kind], {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      // A scalar that is described anew carries its own words beside the reference, which would forbid what that allows.
      const again = jsonSchema.allOf?.some(({ $ref }) => $ref !== undefined) === true;
      const id = z.globalRegistry.get(zodSchema)?.id ?? '';
      const known = Object.hasOwn(SCALARS, id);
      if (again || known) {
        delete jsonSchema.type;
        delete jsonSchema.enum;
        delete jsonSchema.pattern;
        delete jsonSchema.minLength;
      }
      if (known) Object.assign(jsonSchema, SCALARS[id]);
    },
  });
  return { ...(hoisted(schema) as object), title: `caijue ${kind}` };
}

/** The JSON Schema of a kind of files as the reader sees them, where every scalar is text; it says nothing to editors. */
export function derivedSchemaOf(kind: ShapeKind): object {
  const editorsOnly = (key: string, value: unknown): boolean =>
    key === '$schema' || (key === 'description' && typeof value === 'string');
  const text = JSON.stringify(z.toJSONSchema(SHAPES[kind]), (key, value: unknown) =>
    editorsOnly(key, value) ? undefined : value,
  );
  return JSON.parse(text) as object;
}

/** Descriptions stand beside the reference that they describe, where editors look for them when they offer a key. */
function hoisted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(hoisted);
  if (typeof node !== 'object' || node === null) return node;
  const plain = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, hoisted(value)]));
  const [only, second] = Array.isArray(plain.allOf) ? (plain.allOf as Readonly<Record<string, unknown>>[]) : [];
  if (!only || second || only.description === undefined) return plain;
  const { description, $ref, allOf } = only;
  return { ...plain, description, allOf: $ref === undefined ? allOf : [{ $ref }] };
}
