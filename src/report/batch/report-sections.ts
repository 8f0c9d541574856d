// All sections of a batch's report, in the order in which they are read.
import type { BatchSummary } from '../../model/batch.js';
import { auditSections } from './audit.js';
import { comparisonSections } from './comparison.js';
import { coverageSections } from './coverage.js';
import { summarySections, type Section } from './sections.js';
import type { Words } from './words.js';

/** The counts, then what a comparison, the coverage and an audit add where the run asked for them. */
export function reportSections(summary: BatchSummary, words: Words): Section[] {
  return [
    ...summarySections(summary, words),
    ...comparisonSections(summary.comparisons ?? [], words),
    ...coverageSections(summary.coverage ?? [], words),
    ...auditSections(summary.audit ?? [], words),
  ];
}
