// In: the world. Out: the exit code. The one place where an exception ends: there it is our bug, said as one line.
import type { Language } from '../model/language.js';
import { PLAIN } from '../report/paint.js';
import type { Host } from './host.js';
import type { ExitCode, Session } from './session.js';

/** Runs the tool once. */
export async function main(host: Host): Promise<ExitCode> {
  const version = readVersion(host);
  if (version === undefined) {
    host.err('caijue: 无法读取自身的 package.json，请重新安装 / cannot read its own package.json: install it anew\n');
    return 74;
  }
  const [first, ...more] = host.argv;
  if ((first === '--version' || first === '-V') && more.length === 0) {
    host.out(`${version}\n`);
    return 0;
  }
  const session = await openSession(host, version);
  try {
    return await runVerb(session);
  } catch (error) {
    const { tell } = await import('./session.js');
    const { aboutFile } = await import('./read-file.js');
    tell(session, aboutFile('cli/internal', 'caijue', { why: String(error) }).diagnostics);
    if (host.env.CAIJUE_DEBUG !== undefined) host.err(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
    return 70;
  }
}

function readVersion(host: Host): string | undefined {
  const path = `${host.home}package.json`;
  try {
    const descriptor = host.fs.openSync(path, 'r');
    const buffer = new Uint8Array(65_536);
    const length = host.fs.readSync(descriptor, buffer, 0, buffer.length, 0);
    const { version } = JSON.parse(new TextDecoder().decode(buffer.subarray(0, length))) as { version: string };
    host.fs.closeSync(descriptor);
    return `caijue ${version}`;
  } catch {
    return undefined;
  }
}

/** `--lang`, else `CAIJUE_LANG`, else Chinese; the machine's locale is not consulted. */
function languageOf({ argv, env }: Host): Language {
  const at = argv.indexOf('--lang');
  const asked = argv.find((word) => word.startsWith('--lang='))?.slice(7) ?? (at >= 0 ? argv[at + 1] : env.CAIJUE_LANG);
  return asked === 'en' ? 'en' : 'zh';
}

async function openSession(host: Host, engine: string): Promise<Session> {
  if (!host.colour) return { host, language: languageOf(host), paint: PLAIN, engine };
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    host,
    language: languageOf(host),
    paint: { error: chalk.red, warning: chalk.yellow, faint: chalk.dim },
    engine,
  };
}

async function runVerb(session: Session): Promise<ExitCode> {
  const argv = withoutLanguage(session.host.argv);
  if (isPlainDecide(argv)) return (await import('./commands/decide.js')).decide(argv.slice(1), {}, session);
  const { CommanderError } = await import('commander');
  const { makeProgram } = await import('./program.js');
  const { usageError } = await import('./usage-error.js');
  const { VERBS } = await import('./verbs.js');
  const { printable } = await import('../report/printable.js');
  let code: ExitCode = 0;
  const program = makeProgram(session, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') return 2;
    session.host.err(`caijue: ${printable(usageError(error, session.language))}\n`);
    const verb = VERBS.find(({ name }) => name === argv[0]);
    const help = `${session.host.called ?? 'caijue'} ${verb === undefined ? '' : `${verb.name} `}--help`;
    session.host.err(session.language === 'zh' ? `用 ${help} 查看用法\n` : `see ${help}\n`);
    return 2;
  }
}

/** The commonest call, `decide` and files alone, says the same without the reader of options, which takes a while to start. */
function isPlainDecide([verb, ...files]: readonly string[]): boolean {
  return verb === 'decide' && files.length > 0 && !files.some((file) => file.startsWith('-'));
}

/** `--lang` is allowed before and after the verb. */
function withoutLanguage(argv: readonly string[]): string[] {
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    const valid = (text: string | undefined): boolean => text === 'zh' || text === 'en';
    if (word === '--') return [...words, ...argv.slice(i)];
    if (word === '--lang' && valid(argv[i + 1])) i += 1;
    else if (!(word.startsWith('--lang=') && valid(word.slice(7)))) words.push(word);
  }
  return words;
}
