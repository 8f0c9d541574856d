// In: the shape of a policy, a part or a case. Out: the JSON Schema (draft-07, which editors read) that completes and explains keys.
import { SILENCEABLE } from '../../model/codes/index.js';
import { caseShape } from './case-shape.js';
import type { Form, Shape } from './kinds.js';
import { partShape, policyShape } from './policy-shape.js';

/** The scalars as editors see them: YAML's own numbers, truths and dates are allowed where the reader takes their text. */
const SCALARS: Readonly<Record<string, object>> = {
  value: { type: ['string', 'number', 'boolean', 'null'] },
  whole: { type: ['integer', 'string'], pattern: '^(0|[1-9][0-9]*)$' },
  day: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  flag: { enum: [true, 'true', '是'] },
  warning: { type: 'string', minLength: 1, enum: SILENCEABLE },
};

/** The shapes of files by their kind. */
export const SHAPES = { policy: policyShape, part: partShape, case: caseShape } as const;

/** The JSON Schema of a kind of files. */
export function jsonSchemaOf(kind: keyof typeof SHAPES): object {
  const definitions: Record<string, object> = {};
  const schema = schemaOf(SHAPES[kind], definitions);
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...schema, definitions, title: `caijue ${kind}` };
}

/** A shape as a schema. One with an id is written among the definitions, once, and referred to. */
function schemaOf(shape: Shape, definitions: Record<string, object>): object {
  const { id, description, anew } = shape.about;
  const told = description === undefined ? {} : { description };
  if (id === undefined) return { ...formOf(shape.form, definitions), ...told };
  if (!Object.hasOwn(definitions, id)) {
    // Named before it is written, because it may contain itself.
    definitions[id] = {};
    definitions[id] = { ...(SCALARS[id] ?? formOf(shape.form, definitions)), ...told };
  }
  const $ref = `#/definitions/${id}`;
  return anew === undefined ? { $ref } : { description: anew, allOf: [{ $ref }] };
}

function formOf(form: Form, definitions: Record<string, object>): object {
  const inner = (shape: Shape): object => schemaOf(shape, definitions);
  switch (form.kind) {
    case 'text':
      return { type: 'string', ...(form.least > 0 ? { minLength: form.least } : {}) };
    case 'word':
      return { type: 'string', enum: form.words };
    case 'list':
      return { ...(form.least > 0 ? { minItems: form.least } : {}), type: 'array', items: inner(form.of) };
    case 'map':
      return mapOf(form.keys, inner);
    case 'record':
      return { type: 'object', propertyNames: { type: 'string' }, additionalProperties: inner(form.of) };
    case 'either':
      return { anyOf: form.shapes.map(inner) };
    case 'later':
      return inner(form.shape());
  }
}

function mapOf(keys: Readonly<Record<string, Shape>>, inner: (shape: Shape) => object): object {
  const properties = Object.fromEntries(Object.entries(keys).map(([key, shape]) => [key, inner(shape)]));
  const required = Object.keys(keys).filter((key) => !keys[key]!.isOptional);
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
}
