// Steps of tidying up whose failure changes nothing of what was done: closing what was read, removing what is left over.

/** Does something that may fail, and says nothing where it does. */
export function quietly(work: () => unknown): void {
  try {
    work();
  } catch {
    return;
  }
}
