// The answer first: what each party's case came to, and what has to be known about how it was reached.
import type { BlockContent, RootContent } from 'mdast';
import { dateText } from '../../model/calendar.js';
import type { PartyDetermination } from '../../model/determination.js';
import type { Policy } from '../../model/policy.js';
import { messageOf } from '../diagnostic-text.js';
import type { ReportInput } from '../input.js';
import type { Say } from './labels.js';
import { item, list, paragraph, quote, strong, table, type Inline } from './tree.js';
import { joined } from './wording.js';

/** The statement that this is a draft, and everything unusual about how the policy was applied. */
export function notices({ kase, determination }: ReportInput, say: Say): RootContent {
  const words = (notice: ReportInput['determination']['notices'][number]): string => {
    const more = { hypothetical: kase.head.hypothetical, 'by-analogy': kase.head.appliedByAnalogy } as const;
    return say(`notice-${notice}`) + ((notice in more && more[notice as 'hypothetical']) || '');
  };
  const told: BlockContent[] = determination.notices.map((notice) => paragraph(words(notice)));
  return quote(paragraph(strong(say('draft'))), ...told);
}

/** One line a party. */
export function answer(input: ReportInput, say: Say): RootContent[] {
  return [list(input.determination.parties.map((party) => item(paragraph(...partyAnswer(party, input, say)))))];
}

function partyAnswer(party: PartyDetermination, input: ReportInput, say: Say): Inline[] {
  const colon = input.language === 'zh' ? '：' : ': ';
  const who = party.role === undefined ? '' : input.language === 'zh' ? `（${party.role}）` : ` (${party.role})`;
  const settled = party.settledByCompletions ? ` ${say('settled')}` : '';
  return [strong(party.name), who + colon, ...statusWords(party, input, say), settled];
}

function statusWords(party: PartyDetermination, { policy, language }: ReportInput, say: Say): Inline[] {
  const stop = language === 'zh' ? '。' : '.';
  switch (party.status) {
    case 'determined': {
      const outcome = policy.outcomes.get(party.outcome!)!;
      const cites = joined(
        outcome.cites.map(({ text }) => text),
        language,
      );
      const basis = cites === '' ? '' : say('basis') + cites;
      const ground = [say(outcome.modality), basis].filter((part) => part !== '').join(language === 'zh' ? '；' : '; ');
      const stated = Object.entries(party.values).map(([name, value]) => `${name} ${value ?? say('unknown')}`);
      const values = stated.length > 0 ? (language === 'zh' ? '：' : ': ') + joined(stated, language) : '';
      return [strong(outcome.title), language === 'zh' ? `（${ground}）` : ` (${ground})`, values, stop];
    }
    case 'pending':
      return [strong(say('pending')), language === 'zh' ? '。' : ': ', say('pendingText')];
    case 'conflict': {
      const titles = party.standing.map((name) => `「${policy.outcomes.get(name)!.title}」`);
      return [
        strong(say('conflict')),
        language === 'zh' ? '。' : ': ',
        say('conflictText') + joined(titles, language),
        stop,
      ];
    }
    case 'gap':
      return [strong(say('gap')), language === 'zh' ? '。' : ': ', say('gapText')];
    case 'error': {
      const messages = party.diagnostics.map((diagnostic) => messageOf(diagnostic, language));
      return [
        strong(say('error')),
        language === 'zh' ? '。' : ': ',
        messages.join(language === 'zh' ? '；' : '; ') + stop,
      ];
    }
  }
}

/** The case and the policy, as a table. */
export function basics({ policy, kase, language }: ReportInput, say: Say): RootContent[] {
  const { head, parties } = kase;
  const { from, to } = policy.inForce;
  const day = (number: number | undefined): string => (number === undefined ? '' : dateText(number));
  const period = periodWords(day(from), day(to), say);
  const names = parties.map(({ name, role }) => (role === undefined ? name : `${name}（${role}）`));
  const title = `《${policy.title}》${policy.number === undefined ? '' : `（${policy.number}）`}`;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [say('id'), head.id],
    [say('caseTitle'), head.title],
    [say('parties'), joined(names, language)],
    [say('happenedOn'), day(head.happenedOn)],
    [say('asOf'), day(head.asOf ?? head.happenedOn)],
    [say('source'), head.origin],
    [say('note'), head.note],
    [say('policy'), [title, policy.issuer].filter((part) => part !== undefined).join(language === 'zh' ? '，' : ', ')],
    [say('inForce'), period],
    [say('completeness'), say(policy.completeness)],
    [say('notObtained'), joined(notObtained(policy), language)],
    [say('policySource'), policy.origin],
  ];
  const filled = rows.filter(([, value]) => value !== undefined && value !== '').map(([key, value]) => [key, value!]);
  return [table([[say('subject'), say('content')], ...filled])];
}

/** The provisions of which the policy says that their text was not obtained: what it does not cover. */
function notObtained({ articles }: Policy): string[] {
  return [...articles.values()].flatMap(({ key, aside, paragraphs }) => {
    const whole = aside === 'not_obtained' || paragraphs.every((paragraph) => paragraph.aside === 'not_obtained');
    if (whole) return [key];
    return paragraphs.flatMap((paragraph, i) => {
      return paragraph.aside === 'not_obtained' ? [`${key}第${'一二三四五六七八九十'[i] ?? String(i + 1)}款`] : [];
    });
  });
}

function periodWords(from: string, to: string, say: Say): string {
  const label = from === '' ? (to === '' ? 'unknownDate' : 'until') : to === '' ? 'since' : 'between';
  return say(label).replace('{from}', from).replace('{to}', to);
}
