// Words for the shape of a file, and what of a located tree does not fit a shape. The words are those of zod, which stood here:
// it took a sixth of every start, and told neither places nor the keys that a map knows.
import { child, entriesOf, type Tree } from '../yaml/tree.js';

/** What a shape asks for. */
export type Form =
  | { readonly kind: 'text'; readonly least: number; readonly pattern?: RegExp }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape; readonly least: number }
  | { readonly kind: 'map'; readonly keys: Readonly<Record<string, Shape>> }
  | { readonly kind: 'record'; readonly of: Shape }
  | { readonly kind: 'either'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'later'; readonly shape: () => Shape };

/** What editors are told of a shape; one with an `id` is written once and referred to, `anew` where it is described again. */
export interface About {
  readonly id?: string;
  readonly description?: string;
  readonly anew?: string;
}

/** A shape, and the words that make another of it. */
export interface Shape {
  readonly form: Form;
  readonly about: About;
  readonly isOptional: boolean;
  readonly optional: () => Shape;
  readonly describe: (description: string) => Shape;
  readonly meta: (about: About) => Shape;
  /** At least so many items, or characters. */
  readonly min: (least: number) => Shape;
  readonly regex: (pattern: RegExp) => Shape;
}

function make(form: Form, about: About = {}, isOptional = false): Shape {
  return {
    form,
    about,
    isOptional,
    optional: () => make(form, about, true),
    describe: (text) =>
      make(form, about.id === undefined ? { description: text } : { ...about, anew: text }, isOptional),
    meta: (told) => make(form, told, isOptional),
    min: (least) => make({ ...form, least } as Form, about, isOptional),
    regex: (pattern) => make({ ...form, pattern } as Form, about, isOptional),
  };
}

/** Any text. */
export const string = (): Shape => make({ kind: 'text', least: 0 });

/** One of some words. */
export const oneOf = (words: readonly string[]): Shape => make({ kind: 'word', words });

/** A list. */
export const array = (of: Shape): Shape => make({ kind: 'list', of, least: 0 });

/** A map that knows its keys and allows no other. */
export const strictObject = (keys: Readonly<Record<string, Shape>>): Shape => make({ kind: 'map', keys });

/** A map whose keys are names that the author chooses. */
export const record = (of: Shape): Shape => make({ kind: 'record', of });

/** One of several shapes. */
export const union = (shapes: readonly Shape[]): Shape => make({ kind: 'either', shapes });

/** A shape that is made when it is asked for, because it contains itself. */
export const lazy = (shape: () => Shape): Shape => make({ kind: 'later', shape });

/** Something that does not fit, at a path below the tree that was asked about. */
export type Issue = { readonly path: readonly (string | number)[] } & (
  | { readonly code: 'invalid_type'; readonly expected: 'text' | 'list' | 'map' }
  | { readonly code: 'invalid_value'; readonly values: readonly string[] }
  | { readonly code: 'unrecognized_keys'; readonly keys: readonly string[]; readonly known: readonly string[] }
  | { readonly code: 'invalid_union'; readonly errors: readonly (readonly Issue[])[] }
  | { readonly code: 'too_small' | 'invalid_format' }
);

/** Everything in a tree that does not fit a shape; what a shape requires may be missing. */
export function issuesOf({ form }: Shape, tree: Tree | undefined): readonly Issue[] {
  switch (form.kind) {
    case 'text':
      return tree?.kind === 'text' ? ofText(form, tree.text) : [{ code: 'invalid_type', expected: 'text', path: [] }];
    case 'word':
      if (tree?.kind === 'text' && form.words.includes(tree.text)) return [];
      return [{ code: 'invalid_value', values: form.words, path: [] }];
    case 'list':
      return tree?.kind === 'list' ? ofList(form, tree.items) : [{ code: 'invalid_type', expected: 'list', path: [] }];
    case 'map':
      return tree?.kind === 'map' ? ofMap(form.keys, tree) : [{ code: 'invalid_type', expected: 'map', path: [] }];
    case 'record':
      if (tree?.kind !== 'map') return [{ code: 'invalid_type', expected: 'map', path: [] }];
      return entriesOf(tree).flatMap(({ key, value }) => below(key.text, issuesOf(form.of, value)));
    case 'either':
      return ofEither(form.shapes, tree);
    case 'later':
      return issuesOf(form.shape(), tree);
  }
}

function below(step: string | number, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: [step, ...issue.path] }));
}

function ofText({ least, pattern }: Form & { kind: 'text' }, text: string): readonly Issue[] {
  if (text.length < least) return [{ code: 'too_small', path: [] }];
  return pattern && !pattern.test(text) ? [{ code: 'invalid_format', path: [] }] : [];
}

function ofList({ of, least }: Form & { kind: 'list' }, items: readonly Tree[]): readonly Issue[] {
  if (items.length < least) return [{ code: 'too_small', path: [] }];
  return items.flatMap((item, i) => below(i, issuesOf(of, item)));
}

function ofMap(keys: Readonly<Record<string, Shape>>, tree: Tree & { kind: 'map' }): readonly Issue[] {
  const known = Object.keys(keys);
  const inside = known.flatMap((key) => {
    const value = child(tree, key);
    return value === undefined && keys[key]!.isOptional ? [] : below(key, issuesOf(keys[key]!, value));
  });
  const strange = [...tree.entries.keys()].filter((key) => !Object.hasOwn(keys, key));
  return strange.length === 0 ? inside : [...inside, { code: 'unrecognized_keys', keys: strange, known, path: [] }];
}

/** Nothing if one fits. Where just one is of the right kind and only too short or of the wrong form, it was meant. */
function ofEither(shapes: readonly Shape[], tree: Tree | undefined): readonly Issue[] {
  const errors = shapes.map((shape) => issuesOf(shape, tree));
  if (errors.some((issues) => issues.length === 0)) return [];
  const slight = errors.filter((issues) =>
    issues.every(({ code }) => code === 'too_small' || code === 'invalid_format'),
  );
  return slight.length === 1 ? slight[0]! : [{ code: 'invalid_union', errors, path: [] }];
}
