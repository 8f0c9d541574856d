// Law: a text that is damaged, wherever and however, is left by the plain reader, or gives the tree that the whole reader gives.
import { expect, test } from 'vitest';
import { everywhere, YAML_DAMAGES } from '../fuzz/damage.js';
import { PLAIN_FORMS } from '../fuzz/plain-texts.js';
import { isPlain } from '../fuzz/plain-trial.js';
import { runs } from '../support/runs.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Most forms are short, and those that are not are long for the sake of their length. */
const SHORT = PLAIN_FORMS.map(([, text]) => text).filter(({ length }) => length < 200);

/** A mutation run tries a share of what can happen to them, here and there. */
const STEP = runs(100) === 100 ? 1 : 11;

test.each(YAML_DAMAGES)('every form of the subset is left or read alike with %s', (_, damage) => {
  const seen = { taken: 0, left: 0 };
  for (const text of SHORT) {
    for (const damaged of everywhere(text, damage, STEP)) seen[isPlain(bytes(damaged)) ? 'taken' : 'left'] += 1;
  }
  expect(Math.min(seen.taken, seen.left)).toBeGreaterThan(50);
});
