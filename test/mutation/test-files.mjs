// The tests that judge mutants: those that run inside the process and say what a user sees or what the evaluator says.

/** Their paths from the root of the project. */
export const TEST_FILES = [
  'test/evaluate.test.ts',
  'test/parse.test.ts',
  'test/typed.test.ts',
  'test/include.test.ts',
  'test/silences.test.ts',
  'test/edit.test.ts',
  'test/codes.test.ts',
  'test/hostile.test.ts',
  'test/library.test.ts',
  'test/report.test.ts',
  'test/decide.test.ts',
  'test/laws/plain.test.ts',
  'test/laws/loader.test.ts',
  'test/laws/exactness.test.ts',
  'test/laws/engine.test.ts',
];

/** Tests that take a second or more each and would judge little that others do not, and those that can be called only once. */
export const SLOW =
  /too-many-parts|keeps its structure whatever|reads good cases as a plain reading|include\.test\.ts > the commands|schemas >/u;
