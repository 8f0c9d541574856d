// How many generated inputs a law tries. A mutation run repeats the laws thousands of times and takes a share of them.
const share = Number(process.env.CAIJUE_LAW_SHARE ?? '1');

/** The number of runs of a law that takes `full` of them by itself; with fewer than `least` it would say too little. */
export function runs(full: number, least = 1): number {
  return Math.max(least, Math.ceil(full * share));
}
