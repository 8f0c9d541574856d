// In: a number. Out: that case of the shared generator, as our own files write it: facts, evidence, reasons, comments, a record.
import { makeCase } from './peers/cases.mjs';
import { policyText } from './peers/our-policy.mjs';
import { facts, outcomes } from './peers/policy.mjs';

/** The policy that the cases go by. */
export { policyText };

const OUTCOMES = outcomes.filter(({ is }) => is !== 'unknown').map(({ outcome }) => outcome);

function written(type, value) {
  if (value === true) return '是';
  if (value === false) return '否';
  return type === 'date' ? new Date(value * 86_400_000).toISOString().slice(0, 10) : String(value);
}

const stated = (index) => Object.entries(makeCase(index)).map(([name, value]) => [name, written(facts[name], value)]);
const recordedOf = (index) => OUTCOMES[index % OUTCOMES.length];

/** A file of about 1.5 KB; every tenth has a block of lines. */
export function caseFile(index) {
  const id = `an-${String(index).padStart(7, '0')}`;
  const lines = [
    `# 案件 ${index}，由生成器写成`,
    'case:',
    `  id: ${id}`,
    `  title: 第${index}件申请`,
    '  policy: bench',
    ...(index % 10 === 0
      ? ['  note: |', '    申请人来窗口补交材料，', '    经办人当场核对原件。', '', '    其余材料另行归档。']
      : ['  note: 材料齐全']),
    '',
    'facts:',
  ];
  stated(index).forEach(([name, value], i) => {
    if (i === 10) lines.push('  # 以下由经办人核对');
    if (i % 7 === 2) lines.push(`  ${name}:`, `    value: ${value}`, `    evidence: [申请表第${i}页, "档案（${i}）"]`);
    else if (i % 7 === 5) lines.push(`  ${name}: { value: ${value}, reason: 经电话核实, found_by: 李某 }`);
    else lines.push(`  ${name}: ${value}${i % 9 === 1 ? '   # 见申请表' : ''}`);
  });
  lines.push('', 'determination:', '  decided_on: 2026-03-01', '  decided_by: 王某', '  parties:', `    ${id}:`);
  lines.push(`      outcome: ${recordedOf(index)}`, '      reason: 按审查意见', '');
  return lines.join('\n');
}

/** The same facts and record as one line of JSON. */
export function caseLine(index) {
  const id = `an-${String(index).padStart(7, '0')}`;
  const kase = { id, title: `第${index}件申请`, policy: 'bench' };
  const determination = { parties: { [id]: { outcome: recordedOf(index) } } };
  return `${JSON.stringify({ case: kase, facts: Object.fromEntries(stated(index)), determination })}\n`;
}
