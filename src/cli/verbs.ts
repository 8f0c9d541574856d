// The verbs of the command line as a table: examples, arguments, options, and what runs them. Each is loaded when it is called.
import { BATCH_FORMATS } from '../report/batch/reporter.js';
import { CHECK_FORMATS } from './check-options.js';
import { SCHEMAS } from './commands/schema.js';
import { aCount, aDay, aJobCount, aPercent, aShare } from './option-values.js';
import type { ExitCode, Session } from './session.js';
import type { UsageText } from './usage.js';

/** What an option or an argument takes: one of some words, or a text that is read. */
export type Takes = readonly string[] | ((text: string) => unknown);

/** A word of a verb: as help writes it, what help says of it, and what it takes. */
export type VerbWord = readonly [written: string, says: UsageText, takes?: Takes];

/** A verb. */
export interface Verb {
  readonly name: UsageText;
  readonly examples: readonly string[];
  readonly arguments: readonly VerbWord[];
  readonly options: readonly VerbWord[];
  readonly run: (words: readonly unknown[], options: object, session: Session) => Promise<ExitCode>;
}

const POLICY: VerbWord = ['--policy <policy>', 'policy'];
const AS_JSON: VerbWord = ['--json', 'json'];
const FORMAT: VerbWord = ['--format <format>', 'format', ['md', 'json']];

/** The verbs in the order of help. */
export const VERBS: readonly Verb[] = [
  {
    name: 'decide',
    examples: [
      'caijue decide case.yaml',
      'caijue decide cases/shigu-dengji/*.yaml --out reports/',
      'caijue decide case.yaml --policy policies/shigu-dengji.yaml --json',
      'caijue decide case.yaml --record --by 某市认定办公室',
    ],
    arguments: [['<case...>', 'cases']],
    options: [
      POLICY,
      FORMAT,
      AS_JSON,
      ['--out <path>', 'out'],
      ['--record', 'record'],
      ['--by <name>', 'by'],
      ['--on <date>', 'on', aDay],
      ['--exit-code', 'exitCode'],
    ],
    run: async ([cases], options, session) =>
      (await import('./commands/decide.js')).decide(cases as string[], options, session),
  },
  {
    name: 'batch',
    examples: [
      'caijue batch cases',
      'caijue batch cases --fail-on-change',
      'caijue batch cases --against old/policy.yaml --out reports/',
      'caijue batch cases --coverage --min-coverage 80',
      'caijue batch cases --format csv --out results.csv',
    ],
    arguments: [['<path...>', 'paths']],
    options: [
      POLICY,
      ['--against <policy>', 'against'],
      ['--format <format>', 'batchFormat', BATCH_FORMATS],
      ['--out <path>', 'batchOut'],
      ['--fail-on-change', 'failOnChange'],
      ['--max-changes <n>', 'maxChanges', aCount],
      ['--coverage', 'coverage'],
      ['--min-coverage <percent>', 'minCoverage', aPercent],
      ['--audit', 'audit'],
      ['--margin <share>', 'margin', aShare],
      ['--jobs <n>', 'jobs', aJobCount],
    ],
    run: async ([paths], options, session) =>
      (await import('./commands/batch.js')).batch(paths as string[], options, session),
  },
  {
    name: 'interview',
    examples: [
      'caijue interview moushi-rongcuo',
      'caijue interview moushi-rongcuo --case 2026-017.yaml',
      'caijue interview moushi-rongcuo --answers cases/moushi-rongcuo/huang-shuiku-jiashe.yaml',
    ],
    arguments: [['[policy]', 'onePolicy']],
    options: [
      ['--case <file>', 'case'],
      ['--out <dir>', 'outDir'],
      ['--answers <file>', 'answers'],
      ['--plain', 'plain'],
    ],
    run: async ([policy], options, session) => {
      if (policy === undefined) return (await import('./commands/list-policies.js')).listPolicies(session);
      return (await import('./commands/interview.js')).interview(policy as string, options, session);
    },
  },
  {
    name: 'check',
    examples: [
      'caijue check policies',
      'caijue check moushi-rongcuo',
      'caijue check policies/shigu-dengji.yaml --deny-warnings',
      "caijue check 'policies/**/*.yaml' --format sarif > caijue.sarif",
      'caijue check my-policy.yaml --witness witnesses',
    ],
    arguments: [['<policy...>', 'policies']],
    options: [
      ['--format <format>', 'checkFormat', CHECK_FORMATS],
      AS_JSON,
      ['--deny-warnings', 'denyWarnings'],
      ['--witness <folder>', 'witness'],
    ],
    run: async ([policies], options, session) =>
      (await import('./commands/check.js')).check(policies as string[], options, session),
  },
  {
    name: 'init',
    examples: ['caijue init', 'caijue init my-policies'],
    arguments: [['[dir]', 'dir']],
    options: [],
    run: async ([dir], _, session) =>
      (await import('./commands/init.js')).init((dir as string | undefined) ?? '.', session),
  },
  {
    name: 'schema',
    examples: ['caijue schema policy > policy.schema.json'],
    arguments: [['<kind>', 'kind', SCHEMAS]],
    options: [],
    run: async ([kind], _, session) => (await import('./commands/schema.js')).schema(kind as string, session),
  },
  {
    name: 'explain',
    examples: [
      'caijue explain',
      'caijue explain case/unknown-fact',
      'caijue explain case.yaml',
      'caijue explain case.yaml 容错 --party 黄某',
    ],
    arguments: [
      ['[code-or-case]', 'code'],
      ['[outcome]', 'towards'],
    ],
    options: [['--party <name>', 'party'], POLICY, FORMAT, AS_JSON],
    run: async ([about, outcome], options, session) => {
      const { explain, isCase } = await import('./commands/explain.js');
      const [path, towards] = [about, outcome] as (string | undefined)[];
      if (path === undefined || !isCase(path, session)) return explain(path, session);
      const { explainCase } = await import('./commands/explain-case.js');
      return explainCase(path, towards, options, session);
    },
  },
];
