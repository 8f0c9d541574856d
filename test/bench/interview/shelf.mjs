// In: the shipped policies and cases. Out: compiled tables with diagrams, and each party's facts as a case of its own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const dist = process.env.CAIJUE_DIST;
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { buildDiagrams, compile, openCase, readCase, readPolicy } = await load('index.js');
const { contains } = await load('evaluate/faults.js');
const { lawDay } = await load('model/case.js');
const { dateText } = await load('model/calendar.js');

const yamlIn = (folder) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml')) : [];

/** A policy and its diagrams. */
export function prepare(bytes, name, include) {
  const policy = readPolicy(bytes, name, include);
  if (!policy.ok) throw new Error(`${name}: ${JSON.stringify(policy.diagnostics[0])}`);
  const table = compile(policy.value);
  const diagrams = buildDiagrams(table);
  return { name, table, diagrams: 'tooLarge' in diagrams ? undefined : diagrams };
}

/** Every shipped policy. */
export function shippedPolicies() {
  const include = (path) => ({ ok: true, value: readFileSync(join(root, 'policies', path)), diagnostics: [] });
  return yamlIn('policies').map((name) => prepare(readFileSync(join(root, 'policies', name)), name, include));
}

/** A case that states nothing, on a day on which the policy is in force. */
export function blankCase({ policy }) {
  const { from, to } = policy.inForce;
  const starts = [...policy.parameters.values()].flatMap(({ values }) => values.map((value) => value.from));
  const day = Math.max(from ?? -Infinity, ...starts, ...(to === undefined && from === undefined ? [19_000] : []));
  return read(
    `case: { id: blank, title: blank, as_of: ${dateText(Number.isFinite(day) ? day : (to ?? 19_000))} }\n`,
    policy,
  );
}

function read(text, policy) {
  const opened = openCase(new TextEncoder().encode(text), 'case.yaml');
  const kase = opened.ok ? readCase(opened.value, policy) : opened;
  if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics[0]));
  return kase.value;
}

/** The shipped cases of a policy, one for each party: its facts and those of the case, without parties. */
export function shippedParties({ table }) {
  const { policy } = table;
  const opened = yamlIn(`cases/${policy.id}`).map((name) =>
    openCase(readFileSync(join(root, 'cases', policy.id, name)), name),
  );
  const cases = opened.flatMap((one) => {
    const kase = one.ok ? readCase(one.value, policy) : one;
    const day = kase.ok ? lawDay(kase.value.head) : undefined;
    const own = day !== undefined && (kase.value.head.appliedByAnalogy || contains(policy.inForce, day));
    return kase.ok && own ? [kase.value] : [];
  });
  return cases.flatMap((kase) => {
    const parties = kase.parties.length > 0 ? kase.parties : [{ facts: new Map() }];
    return parties.map(({ facts }) => ({ ...kase, parties: [], facts: new Map([...kase.facts, ...facts]) }));
  });
}
