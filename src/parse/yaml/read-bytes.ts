// In: the bytes of a file. Out: its text and source, or why it cannot be read as text. Nothing is repaired silently.
import { createHash } from 'node:crypto';
import { diagnose, type Diagnostic, type Result } from '../../model/diagnostic.js';
import { START, type Source, type Span } from '../../model/source.js';
import { hasUnseen, unseenCharacters } from './characters.js';

/** A text together with the source that places in it are named by. */
export interface Text {
  readonly text: string;
  readonly source: Source;
}

/** The most bytes a case file and a policy file may have. */
export const LIMITS = { case: 256 * 1024, policy: 1024 * 1024 } as const;

/** Decodes UTF-8 (one leading byte-order mark is dropped) and refuses what is too large or holds unseen characters. */
export function readBytes(bytes: Uint8Array, name: string, limit: number, path?: string): Result<Text> {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const bare: Source = { name, lines: [], digest, ...(path === undefined ? {} : { path }) };
  const refuse = (code: 'parse/too-large' | 'parse/encoding', words: Record<string, string>): Result<Text> => ({
    ok: false,
    diagnostics: [diagnose(code, bare, START, words)],
  });
  if (bytes.byteLength > limit) {
    return refuse('parse/too-large', { size: String(bytes.byteLength), limit: String(limit) });
  }
  const text = decode(bytes);
  if (text === undefined) return refuse('parse/encoding', { encoding: likelyEncoding(bytes) });
  const source: Source = { ...bare, lines: text.split(/\r\n|\n/u) };
  const unseen = hasUnseen(text) ? findUnseen(text, source) : [];
  return unseen.length > 0
    ? { ok: false, diagnostics: unseen }
    : { ok: true, value: { text, source }, diagnostics: [] };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function likelyEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return 'GBK/GB18030';
  } catch {
    return '?';
  }
}

function findUnseen(text: string, source: Source): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { index, name } of unseenCharacters(text)) {
    if (found.length === 10) break;
    found.push(diagnose('parse/unseen-character', source, spanAt(text, index), { character: name }));
  }
  return found;
}

function spanAt(text: string, offset: number): Span {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const line = before.length - before.replaceAll('\n', '').length + 1;
  const column = [...before.slice(start)].length + 1;
  return { line, column, endLine: line, endColumn: column + 1 };
}
