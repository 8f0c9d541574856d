// Cases on lines: as many as there are, one after the other, each by itself.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { wholeLines } from '../src/cli/batch/lines.js';
import { caijue, ROOT } from './support/host.js';

const POLICY = `policy: { id: xiao, title: 小办法, completeness: full, source: 虚构 }
articles: { 第一条: 满足条件的，给予补助 }
facts: { 困难: { ask: 是否困难？, type: boolean, cites: 第一条 } }
outcomes: { 补助: { title: 给予补助, cites: 第一条, when: 困难 } }
`;
const line = (id: string, fact = '是'): string =>
  JSON.stringify({ case: { id, title: '一件案子', policy: 'xiao.yaml' }, facts: { 困难: fact } });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-lines-'));
  writeFileSync(join(folder, 'xiao.yaml'), POLICY);
});

interface Row {
  readonly file: string;
  readonly case: string | null;
  readonly status: string;
  readonly diagnostics?: readonly { readonly code: string }[];
}

async function rowsOf(
  text: string | Uint8Array,
  name = 'cases.ndjson',
): Promise<{ code: number; rows: readonly Row[] }> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const { code, out } = await caijue(['batch', path, '--format', 'ndjson']);
  const rows = out
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row) as Row);
  return { code, rows: rows.map((row) => ({ ...row, file: row.file.slice(folder.length + 1) })) };
}

describe('cases on lines', () => {
  test('are judged one by one, and named by their lines', async () => {
    const { code, rows } = await rowsOf(`${line('a-1')}\n\n   \n${line('a-2', '待查')}\r\n${line('a-3')}`);
    expect(code).toBe(0);
    expect(rows.map(({ file, case: id, status }) => [file, id, status])).toEqual([
      ['cases.ndjson:1', 'a-1', 'determined'],
      ['cases.ndjson:4', 'a-2', 'pending'],
      ['cases.ndjson:5', 'a-3', 'determined'],
    ]);
  });

  test('are told apart where some are at fault: broken, strange, too long, not UTF-8, with hidden characters', async () => {
    const text = [
      line('a-1'),
      '{"case": {',
      line('a-2').replace('困难', '困难困难'),
      line(`a-3`).replace('一件', 'x'.repeat(300_000)),
      '[1]',
      line('a-4').replace('一件', '一\u202e件'),
      line('a-1'),
      line('a-5'),
    ].join('\n');
    const bytes = Buffer.concat([Buffer.from(`${text}\n`), Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from(line('a-6'))]);
    const { code, rows } = await rowsOf(bytes);
    expect(code).toBe(1);
    const told = rows.map(({ file, status, diagnostics }) => [
      Number(file.split(':')[1]),
      status,
      ...(diagnostics ?? []).map((diagnostic) => diagnostic.code),
    ]);
    expect(told).toEqual([
      [1, 'determined'],
      [2, 'error', 'parse/bracket-missing'],
      [3, 'error', 'case/unknown-fact'],
      [4, 'error', 'parse/too-large'],
      [5, 'error', 'parse/not-a-map'],
      [6, 'error', 'parse/unseen-character'],
      [7, 'determined', 'batch/duplicate-id'],
      [8, 'determined'],
      [9, 'error', 'parse/encoding'],
      [10, 'determined'],
    ]);
  });

  test('are refused where JSON is broken, wherever the break stands, as the same text is in a file', async () => {
    const facts = POLICY.replace(
      'facts: { ',
      'facts: { 情形: { ask: 哪些？, type: choices, options: [甲, 乙], cites: 第一条 }, ',
    );
    writeFileSync(join(folder, 'xiao.yaml'), facts);
    const broken = [
      '"也许"{"value":"是"}',
      '"也许" {"value":"是"}',
      '""{"value":"是"}',
      '{"value":"也许"{"value":"是"}}',
      '{"value":"是","evidence":""["附件"]}',
      '{"value":"是","reason":""["附件"]}',
      '"是""是"',
      '"是"是',
      '是"',
      'null{"value":"是"}',
      '"是","情形":["甲","丙"{"value":["乙"]}',
      '"是","情形":["甲"{"value":["乙"]}',
      '"是","情形":["甲","甲"{"value":["乙"]}',
      '"是","情形":"甲"["乙"]',
    ].map((fact, i) => line(`a-${String(i)}`).replace('"是"', fact));
    const { rows } = await rowsOf(broken.join('\n'));
    expect(rows.map(({ status }) => status)).toEqual(broken.map(() => 'error'));
    for (const [i, text] of broken.entries()) {
      writeFileSync(join(folder, 'one.json'), text);
      const { out } = await caijue(['decide', join(folder, 'one.json'), '--json']);
      const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { code: string }[] };
      expect(rows[i]!.diagnostics!.map(({ code }) => code)).toEqual(diagnostics.map(({ code }) => code));
    }
  });

  test('come from standard input in pieces that end anywhere, and give the same', async () => {
    const text = Array.from(
      { length: 500 },
      (_, i) => `${line(`an-${String(i)}`, ['是', '否', '待查'][i % 3])}\n`,
    ).join('');
    const { rows } = await rowsOf(text);
    const piped = await caijue(['batch', '-', '--policy', join(folder, 'xiao.yaml'), '--format', 'ndjson'], {
      input: text,
    });
    const own = piped.out
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as Row);
    expect(own.map(({ file, ...row }) => ({ ...row, file: file.replace('<stdin>', 'cases.ndjson') }))).toEqual(
      rows.map(({ file, ...row }) => ({ ...row, file })),
    );
    expect(own.length).toBe(500);
  });

  test('give what the same cases give as files', async () => {
    const names = readdirSync(join(ROOT, 'cases'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yaml'),
    );
    const lines = names.map((name) => {
      const file = parse(readFileSync(join(ROOT, 'cases', name), 'utf8'), { schema: 'failsafe' }) as object;
      return `${JSON.stringify(file)}\n`;
    });
    const path = join(folder, 'all.ndjson');
    writeFileSync(path, lines.join(''));
    const key = (text: string): string[] =>
      text
        .trim()
        .split('\n')
        .map((row) => JSON.stringify({ ...(JSON.parse(row) as Row), file: '' }))
        .sort();
    const asLines = await caijue(['batch', path, '--format', 'ndjson']);
    const asFiles = await caijue(['batch', join(ROOT, 'cases'), '--format', 'ndjson']);
    expect(key(asLines.out)).toEqual(key(asFiles.out));
    expect(key(asLines.out).length).toBeGreaterThanOrEqual(names.length);
  });
});

describe('whole lines', () => {
  test('are the same however the bytes are cut, and those that are too long are left out', async () => {
    const long = 'x'.repeat(600_000);
    const blank = ' '.repeat(600_000);
    const bytes = Buffer.from(`一\n\n${long}\r\n二\n${blank}\r\n三`);
    const told = async (size: number): Promise<readonly unknown[]> => {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      const lines: unknown[] = [];
      for await (const part of wholeLines(chunks)) {
        if (part.kind === 'too-long') lines.push([part.size, part.isBlank]);
        else
          lines.push(
            ...Buffer.from(part.bytes)
              .toString()
              .replace(/\n$/u, '')
              .split('\n')
              .map((text) => text.length),
          );
      }
      return lines;
    };
    for (const size of [1000, 4096, 65_536])
      expect(await told(size)).toEqual([1, 0, [600_000, false], 1, [600_000, true], 1]);
  });
});
