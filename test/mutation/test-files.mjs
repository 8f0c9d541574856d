// The tests that judge the mutants of a room: those that run inside the process and say what a user sees or the evaluator says.

/** Their paths from the root of the project, by room; a part of a room that few tests reach has its own. */
export const TESTS = {
  evaluate: [
    'test/evaluate.test.ts',
    'test/values.test.ts',
    'test/why.test.ts',
    'test/leaves.test.ts',
    'test/faults.test.ts',
    'test/brief.test.ts',
    'test/open-question.test.ts',
    'test/kept-whole.test.ts',
    'test/batch.test.ts',
    'test/interview.test.ts',
    'test/check.test.ts',
    'test/advice.test.ts',
    'test/codes.test.ts',
    'test/report.test.ts',
    'test/laws/exactness.test.ts',
    'test/laws/engine.test.ts',
  ],
  parse: [
    'test/parse.test.ts',
    'test/read.test.ts',
    'test/read-texts.test.ts',
    'test/read-policy.test.ts',
    'test/vocabulary.test.ts',
    'test/typed.test.ts',
    'test/include.test.ts',
    'test/silences.test.ts',
    'test/shape.test.ts',
    'test/library.test.ts',
    'test/codes.test.ts',
    'test/hostile.test.ts',
    'test/laws/plain.test.ts',
    'test/laws/engine.test.ts',
  ],
  'parse/plain': [
    'test/read.test.ts',
    'test/read-texts.test.ts',
    'test/batch.test.ts',
    'test/batch-readings.test.ts',
    'test/laws/plain.test.ts',
    'test/laws/plain-forms.test.ts',
    'test/laws/plain-damage.test.ts',
    'test/laws/plain-values.test.ts',
    'test/laws/case-forms.test.ts',
    'test/laws/case-refused.test.ts',
    'test/laws/case-damage.test.ts',
    'test/laws/line-forms.test.ts',
    'test/laws/line-heads.test.ts',
    'test/laws/line-words.test.ts',
    'test/laws/line-damage.test.ts',
    'test/laws/plain-case.test.ts',
  ],
  'parse/edit': ['test/edit.test.ts', 'test/edit-forms.test.ts', 'test/laws/edit.test.ts'],
};

/** Tests that take a second or more each and would judge little that others do not, and those that can be called only once. */
const SLOW =
  /too-many-parts|check\/too-large|library\.test\.ts > (?!the schemas)|keeps its structure whatever|include\.test\.ts > the commands|is used by the programme/u;

/** Whether a test judges mutants of a room. What a code says of a file's form says nothing of the evaluator, and what the checks say, nothing of the reader. */
export function judges(room, id) {
  const beside = room === 'evaluate' ? /codes\.test\.ts > (?:parse|check|cli)\//u : /codes\.test\.ts > check\//u;
  return !SLOW.test(id) && !beside.test(id);
}

/** The sources of a room, without the parts that have tests of their own. */
export function sources(room) {
  const parts = Object.keys(TESTS).filter((other) => other.startsWith(`${room}/`));
  return [`src/${room}/**/*.ts`, ...parts.map((part) => `!src/${part}/**/*.ts`)];
}
