// Writes the schemas of policies, parts and cases from the shapes that the reader checks. Run after a build: npm run schema
import { writeFileSync } from 'node:fs';
import { jsonSchemaOf } from '../dist/parse/shape/json-schema.js';

for (const kind of ['policy', 'part', 'case']) {
  writeFileSync(new URL(`${kind}.schema.json`, import.meta.url), `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`);
}
