// In: sets of names of which each has to be hit. Out: a smallest set of names that hits them all.

/** A set of at most `size` names that hits every set and contains none of the barred ones; undefined where there is none. */
export function hittingSet(
  sets: readonly (readonly string[])[],
  barred: readonly (readonly string[])[],
  size: number,
): readonly string[] | undefined {
  const allowed = (chosen: readonly string[]): boolean =>
    !barred.some((bar) => bar.every((name) => chosen.includes(name)));
  const choose = (chosen: readonly string[]): readonly string[] | undefined => {
    if (!allowed(chosen)) return undefined;
    const missed = sets.find((set) => !set.some((name) => chosen.includes(name)));
    if (!missed) return chosen;
    if (chosen.length === size) return undefined;
    for (const name of missed) {
      const found = choose([...chosen, name]);
      if (found) return found;
    }
    return undefined;
  };
  return choose([]);
}
