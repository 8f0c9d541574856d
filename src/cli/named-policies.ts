// In: policies that are named on the command line. Out: the exit code where one cannot be used for any case, told before a case is read.
import type { PolicyShelf } from './policies.js';
import { exitCodeOf, tell, type ExitCode, type Session } from './session.js';

/** Tells, each once, what keeps the named policies from being used; 0 where nothing does. */
export function refuseNamed(names: readonly (string | undefined)[], shelf: PolicyShelf, session: Session): ExitCode {
  const named = new Set(names.filter((name) => name !== undefined));
  const faults = [...named].flatMap((name) => shelf.faultsOf(name));
  const code = exitCodeOf(faults);
  if (code !== 0) tell(session, faults);
  return code;
}
