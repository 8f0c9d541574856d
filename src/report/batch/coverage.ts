// How much of each policy the cases exercise, and what they never did.
import type { CoveragePoint, PolicyCoverage } from '../../model/batch.js';
import { MOST_NAMED, told, type Section } from './sections.js';
import type { Words } from './words.js';

/** One section a policy: the share, then every point that lacks something. */
export function coverageSections(coverage: readonly PolicyCoverage[], words: Words): Section[] {
  return told(coverage).map((own) => coverageSection(own, words));
}

function coverageSection({ policy, seen, wanted, percent, points }: PolicyCoverage, { say, language }: Words): Section {
  const colon = language === 'zh' ? '：' : ': ';
  const title = `${say('coverage')}${colon}${policy} ${String(percent)}% (${String(seen)}/${String(wanted)})`;
  const lacking = points.filter(({ lacks }) => lacks.length > 0);
  const line = ({ kind, owner, text, lacks, at, ...point }: CoveragePoint): string[] => {
    const never = lacks.map((truth) => say(`lacks-${truth}`)).join(language === 'zh' ? '、' : ', ');
    return [say(`kind-${kind}`), owner, text, never, countsOf(point), at];
  };
  const head = [say('kind'), say('owner'), say('text'), say('lacks'), say('seen'), say('place')];
  const more = lacking.length - MOST_NAMED;
  return {
    title,
    lines: more > 0 ? [say('more').replace('{n}', String(more))] : [],
    ...(lacking.length > 0 ? { table: { rows: [head, ...lacking.slice(0, MOST_NAMED).map(line)] } } : {}),
  };
}

function countsOf(point: Pick<CoveragePoint, 'true' | 'false' | 'unknown' | 'decisive'>): string {
  return [point.true, point.false, point.unknown, point.decisive].map(String).join('/');
}
