// The library's front door: exports, nothing else.
export { readPolicy } from './parse/policy/read-policy.js';
export { readPart } from './parse/policy/read-part.js';
export { openCase, type OpenedCase } from './parse/case/open-case.js';
export { readCase } from './parse/case/read-case.js';
export { compile } from './compile/compile.js';
export { determine, evaluate } from './evaluate/determine.js';
export { buildDiagrams } from './diagram/build.js';
export type { Include } from './parse/policy/include.js';
export type { Policy } from './model/policy.js';
export type { Case } from './model/case.js';
export type { Determination, PartyDetermination } from './model/determination.js';
export type { Diagnostic, Result } from './model/diagnostic.js';
