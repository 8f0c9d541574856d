// What stands in the place of vitest in a mutation run: the tests are gathered once and called again and again in one process,
// so that a mutant costs milliseconds and not the start of a test runner.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  getState,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
Object.assign(expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
expect.getState = () => getState(expect);
globalThis[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, expect);

/** All tests, in the order of their files. */
export const tests = [];
let block = { name: '', before: [], once: [], above: undefined };

/** Opens the tests of one file. */
export function openFile(name) {
  block = { name, before: [], once: [], above: undefined };
}

export function describe(name, ...rest) {
  const above = block;
  block = { name: `${above.name} > ${name}`, before: [], once: [], above };
  rest.find((part) => typeof part === 'function')();
  block = above;
}

export function test(name, ...rest) {
  const own = block;
  const work = rest.find((part) => typeof part === 'function');
  const id = `${own.name} > ${name} #${tests.length}`;
  tests.push({ id, run: () => runIn(own, work) });
}

const each =
  (make) =>
  (table) =>
  (name, ...rest) => {
    const work = rest.find((part) => typeof part === 'function');
    for (const row of table) {
      const parts = Array.isArray(row) ? row : [row];
      make(name.replace(/%\w/u, String(parts[0])), () => work(...parts));
    }
  };
describe.each = each(describe);
test.each = each(test);
export const it = test;

export const beforeEach = (work) => void block.before.push(work);
export const beforeAll = (work) => void block.once.push(work);
export const afterEach = () => {
  throw new Error('a mutation run knows no afterEach: nothing that these tests do needs to be undone');
};

async function runIn(own, work) {
  const blocks = [];
  for (let at = own; at; at = at.above) blocks.unshift(at);
  for (const { once, before } of blocks) {
    for (const prepare of once.splice(0)) await prepare();
    for (const prepare of before) await prepare();
  }
  await work();
}
