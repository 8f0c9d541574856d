// The explanations of all codes, for `caijue explain CODE` and the guides. A code without one does not compile.
import { APPLICATION_EXPLANATIONS } from './explanations-application.js';
import { BATCH_EXPLANATIONS } from './explanations-batch.js';
import { CASE_EXPLANATIONS } from './explanations-case.js';
import { CHECK_EXPLANATIONS } from './explanations-check.js';
import { CLI_EXPLANATIONS } from './explanations-cli.js';
import { FILE_EXPLANATIONS } from './explanations-file.js';
import { INCLUDE_EXPLANATIONS } from './explanations-include.js';
import { LITERAL_EXPLANATIONS } from './explanations-literals.js';
import { MEANING_EXPLANATIONS } from './explanations-meaning.js';
import { ROW_EXPLANATIONS } from './explanations-rows.js';
import { SHAPE_EXPLANATIONS } from './explanations-shape.js';
import { SYNTAX_EXPLANATIONS } from './explanations-syntax.js';
import { TYPE_EXPLANATIONS } from './explanations-types.js';
import { YAML_EXPLANATIONS } from './explanations-yaml.js';
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** What each code means, what would follow if it were let through, and the smallest mistake with its cure. */
export const EXPLANATIONS: Readonly<Record<Code, Explanation>> = {
  ...FILE_EXPLANATIONS,
  ...YAML_EXPLANATIONS,
  ...SHAPE_EXPLANATIONS,
  ...SYNTAX_EXPLANATIONS,
  ...TYPE_EXPLANATIONS,
  ...LITERAL_EXPLANATIONS,
  ...INCLUDE_EXPLANATIONS,
  ...MEANING_EXPLANATIONS,
  ...APPLICATION_EXPLANATIONS,
  ...CASE_EXPLANATIONS,
  ...CHECK_EXPLANATIONS,
  ...ROW_EXPLANATIONS,
  ...BATCH_EXPLANATIONS,
  ...CLI_EXPLANATIONS,
};
