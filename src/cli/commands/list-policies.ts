// Without the name of a policy, `caijue interview` says which ones the tool brings.
import { widthOf } from '../../report/width.js';
import { printable } from '../../report/printable.js';
import { readPolicyFile } from '../policy-file.js';
import type { ExitCode, Session } from '../session.js';
import { tell } from '../session.js';
import { shippedFiles } from '../shipped.js';

const WORDS = {
  zh: {
    ask: '问询哪一份办法？自带的有：',
    example: '写明代号，例如：',
    own: '自己的办法写文件的路径。',
  },
  en: {
    ask: 'Under which policy? The tool brings:',
    example: 'Give its id, as in:',
    own: 'A policy of your own is given by its path.',
  },
} as const;

/** Prints id and title of every shipped policy; the command is not complete without one, so the exit code says so. */
export function listPolicies(session: Session): ExitCode {
  const { host, language } = session;
  const listed = shippedFiles(host);
  if (!listed.ok) {
    tell(session, listed.diagnostics);
    return 2;
  }
  const policies = listed.value.flatMap(({ path, name }) => {
    const read = readPolicyFile(host.fs, path, name);
    return read.ok ? [read.value] : [];
  });
  const width = Math.max(0, ...policies.map(({ id }) => widthOf(id)));
  const lines = policies.map(({ id, title }) => `  ${id}${' '.repeat(width - widthOf(id))}  ${printable(title)}`);
  const { ask, example, own } = WORDS[language];
  const command = `  ${host.called ?? 'caijue'} interview moushi-rongcuo`;
  host.out([ask, ...lines, example, command, own, ''].join('\n'));
  return 2;
}
