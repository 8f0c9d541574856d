// In: a determined case. Out: the report in Markdown, which an officer can hand to a superior. Sections that have nothing to say are left out.
import type { RootContent } from 'mdast';
import type { ReportInput } from '../input.js';
import { answer, basics, notices } from './answer.js';
import { labelsIn, type Label } from './labels.js';
import { computed, discretion, lacking, notReached, stillOpen } from './outcomes.js';
import { reasons } from './reasons.js';
import { advice, factTable, recorded, signatures, trail, verification } from './records.js';
import { heading, print } from './tree.js';

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

/** Writes the report of a case. The same input gives the same bytes. */
export function reportMarkdown(input: ReportInput): string {
  const say = labelsIn(input.language);
  const sections: readonly (readonly [Label, RootContent[]])[] = [
    ['answer', answer(input, say)],
    ['basics', basics(input, say)],
    ['reasons', reasons(input, say)],
    ['notReached', notReached(input, say)],
    ['values', computed(input, say)],
    ['discretion', discretion(input, say)],
    ['advice', advice(input, say)],
    ['open', stillOpen(input, say)],
    ['unsupported', lacking(input, say)],
    ['facts', factTable(input, say)],
    ['recorded', recorded(input, say)],
    ['trail', trail(input, say)],
    ['check', verification(input, say)],
    ['signature', signatures(say)],
  ];
  const told = sections.filter(([, content]) => content.length > 0);
  const number = (i: number): string => (input.language === 'zh' ? `${NUMBERS[i]!}、` : `${String(i + 1)}. `);
  const body = told.flatMap(([label, content], i) => [heading(2, number(i) + say(label)), ...content]);
  const title = `${say('title')}${input.language === 'zh' ? '：' : ': '}${input.kase.head.title}`;
  return print([heading(1, title), notices(input, say), ...body]);
}
