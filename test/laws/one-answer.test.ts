// Law: of every shipped case, and of shipped cases with something altered, `batch` says what `decide` says: in the JSON that each prints.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { RecordedParty } from '../../src/model/case.js';
import { changeOf, type Change } from '../../src/model/change.js';
import type { IfDeclined, Status } from '../../src/model/determination.js';
import { caijue, ROOT } from '../support/host.js';
import { runs } from '../support/runs.js';
import { alteredCase, type CaseText } from './altered-case.js';
import { Random } from './generate-random.js';

interface Decided {
  readonly status?: 'error';
  readonly case?: { readonly id: string };
  readonly parties?: readonly {
    readonly name: string;
    readonly status: Status;
    readonly outcome: string | null;
    readonly standing: readonly string[];
    readonly missing: readonly string[];
    readonly if_declined: IfDeclined | null;
    readonly diagnostics?: readonly object[];
  }[];
  readonly diagnostics?: readonly object[];
}

interface Judged {
  readonly file: string;
  readonly case: string | null;
  readonly parties: readonly {
    readonly party: string;
    readonly status: Status;
    readonly outcome: string | null;
    readonly standing?: readonly string[];
    readonly missing?: readonly string[];
    readonly change: Change;
  }[];
  readonly diagnostics: readonly object[];
}

const once = (found: readonly object[]): string[] => [...new Set(found.map((one) => JSON.stringify(one)))];

/** What decide says, in the form of a batch. Its order of what is missing is its own. */
function byDecide({ parties = [], diagnostics = [], ...head }: Decided, text: string): unknown {
  const recorded = (name: string): RecordedParty | undefined =>
    (parse(text) as CaseText).determination?.parties[name] as RecordedParty | undefined;
  const said = parties.map(({ name, status, outcome, standing, missing, if_declined: ifDeclined }) => ({
    party: name,
    answer: [status, outcome, status === 'conflict' ? standing : [], [...missing].sort()],
    change: changeOf({ status, outcome, ifDeclined }, recorded(name)),
  }));
  const found = once([...diagnostics, ...parties.flatMap((party) => party.diagnostics ?? [])]);
  return parties.length === 0 ? { found } : { id: head.case?.id, said, found };
}

function byBatch({ case: id, parties, diagnostics }: Judged): unknown {
  const said = parties.map(({ party, status, outcome, standing = [], missing = [], change }) => ({
    party,
    answer: [status, outcome, standing, [...missing].sort()],
    change,
  }));
  const found = once(diagnostics);
  return parties.length === 0 ? { found } : { id, said, found };
}

test('batch and decide say the same of the shipped cases and of cases like them', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caijue-one-answer-'));
  const shipped = readdirSync(join(ROOT, 'cases'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const random = new Random(11);
  for (let i = 0; i < runs(600); i++) {
    const text = readFileSync(join(ROOT, 'cases', shipped[i % shipped.length]!), 'utf8');
    writeFileSync(join(folder, `c-${String(i)}.yaml`), alteredCase(text, `c-${String(i)}`, random));
  }
  const files = [
    ...shipped.map((name) => join(ROOT, 'cases', name)),
    ...readdirSync(folder).map((name) => join(folder, name)),
  ];
  const decided = JSON.parse((await caijue(['decide', ...files, '--json'])).out) as readonly Decided[];
  const batch = JSON.parse((await caijue(['batch', ...files, '--format', 'json'])).out) as {
    readonly results: readonly Judged[];
  };
  const judged = new Map(batch.results.map((result) => [result.file, result]));
  const seen = new Map<string, number>();
  files.forEach((file, i) => {
    const own = judged.get(file)!;
    expect(byBatch(own), file).toEqual(byDecide(decided[i]!, readFileSync(file, 'utf8')));
    for (const kind of own.parties.length === 0 ? ['refused'] : own.parties.map(({ status }) => status))
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
  });
  console.log(JSON.stringify([...seen]));
  expect(Math.min(...['refused', 'error', 'pending', 'determined'].map((kind) => seen.get(kind) ?? 0))).toBeGreaterThan(
    0,
  );
});
