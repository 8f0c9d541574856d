// Checks of what the policy cites and restates; no proof is needed for these.
import type { Citation, Item } from '../model/citation.js';
import type { Policy } from '../model/policy.js';
import { dateText } from '../model/calendar.js';
import type { Checked, Finding } from './context.js';

function citationsOf(policy: Policy): readonly Citation[] {
  const { facts, rules, outcomes, impossible, boundary } = policy;
  const direct = [...facts.values(), ...rules.values(), ...outcomes.values(), ...impossible].flatMap(
    ({ cites }) => cites,
  );
  const options = [...facts.values()].flatMap((fact) => fact.options.flatMap(({ cites }) => cites));
  const prevails = [...outcomes.values()].flatMap(({ prevailsOver }) => prevailsOver.flatMap(({ cites }) => cites));
  return [...direct, ...options, ...prevails, ...(boundary?.cites ?? [])];
}

function numbered(items: readonly Item[] | undefined, number: number): Item | undefined {
  return items?.find((item) => item.number === number);
}

/** A citation of a provision that the policy does not restate: an article, paragraph or item that is not there. */
export function danglingCitation({ policy }: Checked): Finding[] {
  return citationsOf(policy).flatMap(({ document, article, paragraph, item, subitem, text, at }) => {
    if (document !== undefined) return [];
    const own = policy.articles.get(article);
    const within = own?.paragraphs[(paragraph ?? 1) - 1];
    const cited = item === undefined ? undefined : numbered(within?.items, item);
    const found = item === undefined ? within : cited;
    const whole = subitem === undefined ? found : numbered(cited?.items, subitem);
    return whole ? [] : [{ code: 'check/dangling-citation' as const, at, words: { name: text } }];
  });
}

/** A provision, or a paragraph of one, that nothing cites and that is not set aside; a citation of the whole covers its paragraphs. */
export function uncoveredArticle({ policy }: Checked): Finding[] {
  const code = 'check/uncovered-article';
  const citations = citationsOf(policy).filter(({ document }) => document === undefined);
  return [...policy.articles.values()].flatMap(({ key, aside, paragraphs, at }): Finding[] => {
    const own = citations.filter(({ article }) => article === key);
    const setAside = aside !== undefined || paragraphs.every((paragraph) => paragraph.aside !== undefined);
    if (setAside) return [];
    if (own.length === 0) return [{ code, at, words: { name: key } }];
    return paragraphs.flatMap((paragraph, i) => {
      const covers = own.some((one) => (one.paragraph ?? (one.item === undefined ? i + 1 : 1)) === i + 1);
      return covers || paragraph.aside
        ? []
        : [{ code, at: paragraph.at, words: { name: `${key}第${String(i + 1)}款` } }];
    });
  });
}

/** A discretionary finding without guidance. */
export function bareJudgement({ policy }: Checked): Finding[] {
  const bare = [...policy.facts.values()].filter(
    ({ nature, guidance }) => nature === 'judgement' && guidance === undefined,
  );
  return bare.map(({ name, at }) => ({ code: 'check/bare-judgement' as const, at, words: { name } }));
}

/** An outcome that rests on no provision. */
export function uncitedOutcome({ policy }: Checked): Finding[] {
  const uncited = [...policy.outcomes.values()].filter(({ cites }) => cites.length === 0);
  return uncited.map(({ title, at }) => ({ code: 'check/uncited-outcome' as const, at, words: { name: title } }));
}

/** A day inside the policy's time in force on which a parameter has no value. */
export function parameterHole({ policy }: Checked): Finding[] {
  const { from, to } = policy.inForce;
  return [...policy.parameters.values()].flatMap(({ name, values, at }) => {
    const days = [
      from ?? values[0]!.from,
      ...values.flatMap((entry) => (entry.to === undefined ? [] : [entry.to + 1])),
    ];
    const hole = days.find((day) => {
      const inside = (from === undefined || day >= from) && (to === undefined || day <= to);
      const latest = values.filter((entry) => entry.from <= day).at(-1);
      return inside && (!latest || (latest.to !== undefined && latest.to < day));
    });
    return hole === undefined
      ? []
      : [{ code: 'check/parameter-hole' as const, at, words: { name, day: dateText(hole) } }];
  });
}
