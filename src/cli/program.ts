// The command line: verbs, their options, and help with examples first.
import { Command, InvalidArgumentError, Option } from 'commander';
import { readDate } from '../model/calendar.js';
import { BATCH_FORMATS } from '../report/batch/reporter.js';
import { widthOf } from '../report/width.js';
import { CHECK_FORMATS, type CheckOptions } from './check-options.js';
import type { BatchOptions } from './commands/batch.js';
import type { DecideOptions } from './commands/decide.js';
import type { InterviewOptions } from './commands/interview.js';
import type { ExplainCaseOptions } from './commands/explain-case.js';
import { SCHEMAS } from './commands/schema.js';
import type { ExitCode, Session } from './session.js';
import { USAGE, type UsageText } from './usage.js';

const EXAMPLES = {
  caijue: [
    'caijue decide cases/moushi-rongcuo/huang-shuiku-jiashe.yaml',
    'caijue interview moushi-rongcuo',
    'caijue decide case.yaml --format json',
    'caijue check policies',
    'caijue explain parse/unknown-name',
  ],
  decide: [
    'caijue decide case.yaml',
    'caijue decide cases/shigu-dengji/*.yaml --out reports/',
    'caijue decide case.yaml --policy policies/shigu-dengji.yaml --json',
    'caijue decide case.yaml --record --by 某市认定办公室',
  ],
  batch: [
    'caijue batch cases',
    'caijue batch cases --fail-on-change',
    'caijue batch cases --against old/policy.yaml --out reports/',
    'caijue batch cases --coverage --min-coverage 80',
    'caijue batch cases --format csv --out results.csv',
  ],
  interview: [
    'caijue interview moushi-rongcuo',
    'caijue interview moushi-rongcuo --case 2026-017.yaml',
    'caijue interview moushi-rongcuo --answers cases/moushi-rongcuo/huang-shuiku-jiashe.yaml',
  ],
  check: [
    'caijue check policies',
    'caijue check policies/shigu-dengji.yaml --deny-warnings',
    "caijue check 'policies/**/*.yaml' --format sarif > caijue.sarif",
    'caijue check my-policy.yaml --witness witnesses',
  ],
  init: ['caijue init', 'caijue init my-policies'],
  schema: ['caijue schema policy > policy.schema.json'],
  explain: [
    'caijue explain',
    'caijue explain case/unknown-fact',
    'caijue explain case.yaml',
    'caijue explain case.yaml 容错 --party 黄某',
  ],
} as const;

/** Builds the program. `done` receives the exit code of the verb that ran. */
export function makeProgram(session: Session, done: (code: ExitCode) => void): Command {
  const say = (text: UsageText): string => USAGE[session.language][text];
  const program = configured(new Command('caijue'), 'caijue', session);
  program.description(say('about')).version(session.engine, '-V, --version', say('version'));
  program.addOption(new Option('--lang <lang>', say('lang')).choices(['zh', 'en']));
  const verb = (name: keyof typeof EXAMPLES, words: string): Command =>
    configured(program.command(words), name, session).description(say(name as UsageText));
  addDecide(verb('decide', 'decide'), session, done, say);
  addBatch(verb('batch', 'batch'), session, done, say);
  addInterview(verb('interview', 'interview'), session, done, say);
  addCheck(verb('check', 'check'), session, done, say);
  verb('init', 'init')
    .argument('[dir]', say('dir'))
    .action(async (dir?: string) => done((await import('./commands/init.js')).init(dir ?? '.', session)));
  verb('schema', 'schema')
    .argument('<kind>', say('kind'), oneOf(SCHEMAS))
    .action(async (kind: string) => done((await import('./commands/schema.js')).schema(kind, session)));
  addExplain(verb('explain', 'explain'), session, done, say);
  return program;
}

function addCheck(
  command: Command,
  session: Session,
  done: (code: ExitCode) => void,
  say: (text: UsageText) => string,
): void {
  command
    .argument('<policy...>', say('policies'))
    .addOption(new Option('--format <format>', say('checkFormat')).choices([...CHECK_FORMATS]))
    .option('--json', say('json'))
    .option('--deny-warnings', say('denyWarnings'))
    .option('--witness <folder>', say('witness'))
    .action(async (policies: string[], options: CheckOptions) => {
      done(await (await import('./commands/check.js')).check(policies, options, session));
    });
}

function addExplain(
  command: Command,
  session: Session,
  done: (code: ExitCode) => void,
  say: (text: UsageText) => string,
): void {
  command
    .argument('[code-or-case]', say('code'))
    .argument('[outcome]', say('towards'))
    .option('--party <name>', say('party'))
    .option('--policy <policy>', say('policy'))
    .addOption(new Option('--format <format>', say('format')).choices(['md', 'json']))
    .option('--json', say('json'))
    .action(async (about: string | undefined, outcome: string | undefined, options: ExplainCaseOptions) => {
      const { explain, isCase } = await import('./commands/explain.js');
      if (about === undefined || !isCase(about, session)) done(explain(about, session));
      else done(await (await import('./commands/explain-case.js')).explainCase(about, outcome, options, session));
    });
}

function addInterview(
  command: Command,
  session: Session,
  done: (code: ExitCode) => void,
  say: (text: UsageText) => string,
): void {
  command
    .argument('<policy>', say('onePolicy'))
    .option('--case <file>', say('case'))
    .option('--out <dir>', say('outDir'))
    .option('--answers <file>', say('answers'))
    .option('--plain', say('plain'))
    .action(async (policy: string, options: InterviewOptions) => {
      done(await (await import('./commands/interview.js')).interview(policy, options, session));
    });
}

function addDecide(
  command: Command,
  session: Session,
  done: (code: ExitCode) => void,
  say: (text: UsageText) => string,
): void {
  command
    .argument('<case...>', say('cases'))
    .option('--policy <policy>', say('policy'))
    .addOption(new Option('--format <format>', say('format')).choices(['md', 'json']))
    .option('--json', say('json'))
    .option('--out <path>', say('out'))
    .option('--record', say('record'))
    .option('--by <name>', say('by'))
    .addOption(new Option('--on <date>', say('on')).argParser(aDay))
    .option('--exit-code', say('exitCode'))
    .action(async (cases: string[], options: DecideOptions) => {
      done(await (await import('./commands/decide.js')).decide(cases, options, session));
    });
}

function addBatch(
  command: Command,
  session: Session,
  done: (code: ExitCode) => void,
  say: (text: UsageText) => string,
): void {
  command
    .argument('<path...>', say('paths'))
    .option('--policy <policy>', say('policy'))
    .option('--against <policy>', say('against'))
    .addOption(new Option('--format <format>', say('batchFormat')).choices(BATCH_FORMATS))
    .option('--out <path>', say('batchOut'))
    .option('--fail-on-change', say('failOnChange'))
    .addOption(new Option('--max-changes <n>', say('maxChanges')).argParser(aCount))
    .option('--coverage', say('coverage'))
    .addOption(new Option('--min-coverage <percent>', say('minCoverage')).argParser(aPercent))
    .option('--audit', say('audit'))
    .addOption(new Option('--margin <share>', say('margin')).argParser(aShare))
    .action(async (paths: string[], options: BatchOptions) => {
      done(await (await import('./commands/batch.js')).batch(paths, options, session));
    });
}

function aCount(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError(`${text} (0, 1, 2 …)`);
  return Number(text);
}

function aPercent(text: string): number {
  const percent = aCount(text);
  if (percent > 100) throw new InvalidArgumentError(`${text} (0–100)`);
  return percent;
}

function aShare(text: string): string {
  if (!/^\d{1,3}(?:\.\d{1,4})?%$/u.test(text)) throw new InvalidArgumentError(`${text} (5%)`);
  return text;
}

function oneOf(words: readonly string[]): (word: string) => string {
  return (word) => {
    if (!words.includes(word)) throw new InvalidArgumentError(`${word} (${words.join(' ')})`);
    return word;
  };
}

function aDay(text: string): string {
  if (readDate(text) === undefined) throw new InvalidArgumentError(`${text} (YYYY-MM-DD)`);
  return text;
}

/** Every command speaks the session's language, aligns by the width of Chinese characters, and never exits by itself. */
function configured(command: Command, name: keyof typeof EXAMPLES, session: Session): Command {
  const words = USAGE[session.language];
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words.usage,
    'Options:': words.options,
    'Global Options:': words.options,
    'Commands:': words.commands,
    'Arguments:': words.arguments,
  };
  return command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => session.host.out(text),
      writeErr: () => undefined,
      getOutHasColors: () => false,
    })
    .configureHelp({
      displayWidth: widthOf,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: (option) => option.description,
    })
    .helpOption('-h, --help', words.help)
    .helpCommand(false)
    .addHelpText('before', `${words.examples}\n${EXAMPLES[name].map((line) => `  ${line}\n`).join('')}`);
}
