// In: what a bundle was made of. Out: names, versions and licences of the packages in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './options.js';

/** The notices that the licences of bundled packages ask for. */
export function noticesOf(metafile) {
  const folders = Object.keys(metafile.inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path) ?? [],
  );
  return [...new Set(folders)].sort().map(noticeOf).join('\n');
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const files = readdirSync(join(ROOT, folder)).filter((file) => /^(?:licen[cs]e|notice|copying)/iu.test(file));
  const texts = files.sort().map((file) => readFileSync(join(ROOT, folder, file), 'utf8').trim());
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}
