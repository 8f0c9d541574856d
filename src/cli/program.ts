// The command line: the table of verbs as a program, with help in the session's language and examples first.
import { Command, Option } from 'commander';
import { widthOf } from '../report/width.js';
import { oneOf } from './option-values.js';
import { inWords } from './placeholders.js';
import type { ExitCode, Session } from './session.js';
import { USAGE } from './usage.js';
import { VERBS, type Verb } from './verbs.js';

const EXAMPLES = [
  'caijue decide cases/moushi-rongcuo/huang-shuiku-jiashe.yaml',
  'caijue interview moushi-rongcuo',
  'caijue decide case.yaml --format json',
  'caijue check policies',
  'caijue explain parse/unknown-name',
];

/** Builds the program. `done` receives the exit code of the verb that ran. */
export function makeProgram(session: Session, done: (code: ExitCode) => void): Command {
  const words = USAGE[session.language];
  const program = configured(new Command('caijue'), EXAMPLES, session);
  program.description(words.about).version(session.engine, '-V, --version', words.version);
  program.addOption(new Option(inWords('--lang <lang>', session.language), words.lang).choices(['zh', 'en']));
  for (const verb of VERBS) addVerb(program, verb, session, done);
  return program;
}

function addVerb(program: Command, verb: Verb, session: Session, done: (code: ExitCode) => void): void {
  const words = USAGE[session.language];
  const command = configured(program.command(verb.name), verb.examples, session).description(words[verb.name]);
  for (const [written, says, takes] of verb.arguments) {
    const named = inWords(written, session.language);
    if (typeof takes === 'object') command.argument(named, words[says], oneOf(takes));
    else command.argument(named, words[says]);
  }
  for (const [written, says, takes] of verb.options) {
    const option = new Option(inWords(written, session.language), words[says]);
    if (typeof takes === 'object') option.choices(takes);
    else if (takes) option.argParser(takes);
    command.addOption(option);
  }
  command.action(async () => done(await verb.run(command.processedArgs, command.opts(), session)));
}

/** Every command speaks the session's language, aligns by the width of Chinese characters, and never exits by itself. */
function configured(command: Command, examples: readonly string[], session: Session): Command {
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
      styleOptionText: (text) => (text === '[options]' ? words.anyOptions : text),
      styleSubcommandText: (text) => (text === '[command]' ? words.anyCommand : text),
      optionDescription: (option) => option.description,
    })
    .helpOption('-h, --help', words.help)
    .helpCommand(false)
    .addHelpText('before', `${words.examples}\n${examples.map((line) => `  ${line}\n`).join('')}`);
}
