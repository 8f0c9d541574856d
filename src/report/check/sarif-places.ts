// In: a place in a file. Out: a SARIF location. Columns count code points, and the end is exclusive, as SARIF has them.
import type { Subject } from '../../model/diagnostic.js';
import type { Place } from '../../model/source.js';
import { printable } from '../printable.js';

/** A SARIF location. */
export type SarifLocation = Readonly<Record<string, unknown>>;

/** How much of a line is quoted. */
const LONGEST = 500;

/** A place, with the name of what it is about. */
export function location(place: Place, subject?: Subject): SarifLocation {
  const { file, line, column, endLine, endColumn } = place;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const snippet = place.text === '' ? {} : { snippet: { text: stretch(place) } };
  const physicalLocation = { artifactLocation: artifact(file), region: { ...region, ...snippet } };
  const names = [subject?.at, subject?.part].filter((name) => name !== undefined);
  if (names.length === 0) return { physicalLocation };
  return { physicalLocation, logicalLocations: [{ name: names.at(-1), fullyQualifiedName: names.join('/') }] };
}

function stretch({ text, line, column, endLine, endColumn }: Place): string {
  const characters = [...text.slice(0, 2 * (column + LONGEST))];
  const end = endLine > line ? characters.length : endColumn - 1;
  return printable(characters.slice(column - 1, Math.min(end, column - 1 + LONGEST)).join(''));
}

/** A file as a URI: relative to the root of the sources, unless its path is absolute. */
export function artifact(file: string): SarifLocation {
  const uri = file.replace(/^\.\//u, '').split('/').map(segment).join('/');
  return file.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/** A name that is no whole Unicode text cannot be a URI: what is broken in it is replaced. */
function segment(name: string): string {
  return encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}
