// In: a citation that cannot be read, and a reader of citations. Out: how it has to be written, where it is several in one, lacks the signs
// of a title, or lacks its 第; empty where none of these can be read.

type Reads = (text: string) => boolean;

/** The citation, or the list of citations, that was meant. */
export function meantCitation(written: string, reads: Reads): string {
  const text = written.replaceAll(/\s/gu, '');
  const found = [several(text), titled(text), `第${text}`].find((fix) => fix !== undefined && readsAll(fix, reads));
  return found ?? '';
}

/** `[第三条第一款, 第三条第二款]` for 第三条第一款、第二款: what a part lacks in front is that of the part before. */
function several(text: string): string | undefined {
  const parts = text.split(/[、，,；;]|以及|及|和|与/u).filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const whole: string[] = [];
  for (const part of parts) {
    const before = whole.at(-1) ?? '';
    if (/^第[^条]+款/u.test(part)) whole.push((/^.*条(?:之[^第]+)?/u.exec(before)?.[0] ?? '') + part);
    else if (/^第?[（(]?[^条款]+[)）]?项/u.test(part)) whole.push((/^.*[条款]/u.exec(before)?.[0] ?? '') + part);
    else whole.push(part);
  }
  return `[${whole.join(', ')}]`;
}

/** `《行政处罚法》第三十三条` for 行政处罚法第三十三条. */
function titled(text: string): string | undefined {
  const [, title, rest] = /^([^第《》]{2,60})(第.*)$/u.exec(text) ?? [];
  return title === undefined ? undefined : `《${title}》${rest!}`;
}

function readsAll(fix: string, reads: Reads): boolean {
  return fix.startsWith('[') ? fix.slice(1, -1).split(', ').every(reads) : reads(fix);
}
