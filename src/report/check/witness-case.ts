// In: a finding with its witness. Out: a case file that shows it: `caijue decide` comes to what the finding says.
import type { Diagnostic, WitnessFact } from '../../model/diagnostic.js';
import type { Language } from '../../model/language.js';
import { messageOf, whereOf } from '../diagnostic-text.js';

/** What a witness's file says beside its facts. */
export interface WitnessFrame {
  readonly id: string;
  /** The policy, as the file names it. */
  readonly policy: string;
  readonly language: Language;
}

const WORDS = {
  zh: {
    title: '例证：',
    made: 'caijue check 造出的例证',
    shows: '说明',
    decisive: '要紧的事实',
    free: '以下各项不限，任取一值',
  },
  en: {
    title: 'Witness: ',
    made: 'a witness made up by caijue check',
    shows: 'shows',
    decisive: 'the facts that matter',
    free: 'these may be anything; some value each',
  },
} as const;

/** The text of the file, without the lines that say who wrote it. */
export function witnessCase(finding: Diagnostic, { id, policy, language }: WitnessFrame): string {
  const words = WORDS[language];
  const message = messageOf(finding, language);
  const { decisive, free, asOf } = finding.witness!;
  const lines = [
    `# ${words.shows} ${whereOf(finding.place)} ${finding.code} ${message}`,
    'case:',
    `  id: ${scalar(id)}`,
    `  title: ${scalar(words.title + message)}`,
    `  policy: ${scalar(policy)}`,
    ...(asOf === undefined ? [] : [`  as_of: ${asOf}`]),
    `  hypothetical: ${scalar(words.made)}`,
    ...(decisive.length + free.length === 0 ? [] : ['facts:']),
    ...section(words.decisive, decisive),
    ...section(words.free, free),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, facts: readonly WitnessFact[]): string[] {
  if (facts.length === 0) return [];
  return [`  # ${title}`, ...facts.map((fact) => `  ${fact.name}: ${valueOf(fact)}`)];
}

function valueOf({ value, options }: WitnessFact): string {
  return options ? `[${options.join(', ')}]` : value;
}

/** Double quotes hold any text; names and dates in files need none. */
function scalar(text: string): string {
  return /^[\p{L}\p{Nd}_][\p{L}\p{Nd}_-]*$/u.test(text) ? text : JSON.stringify(text);
}
