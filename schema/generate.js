// Writes what follows from the shapes that the reader checks: the schemas of policies, parts and cases for editors, and the
// ones by which the reader itself accepts a file. Run after a build: npm run schema
import { writeFileSync } from 'node:fs';
import { derivedSchemaOf, jsonSchemaOf } from '../dist/parse/shape/json-schema.js';

const KINDS = ['policy', 'part', 'case'];

for (const kind of KINDS) {
  writeFileSync(new URL(`${kind}.schema.json`, import.meta.url), `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`);
}

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const lines = KINDS.map((kind) => `  ${kind}:\n    ${quoted(JSON.stringify(derivedSchemaOf(kind)))},\n`);
writeFileSync(
  new URL('../src/parse/shape/derived.ts', import.meta.url),
  `// Written by schema/generate.js: the JSON Schemas that zod derives from the shapes, as the reader sees files.
import type { ShapeKind } from './shapes.js';

/** The schemas by their kind, as JSON. */
export const DERIVED: Readonly<Record<ShapeKind, string>> = {
${lines.join('')}};
`,
);
