// In: ids of cases, one after the other. Out: the file in which an id was seen before. There can be millions, and most often they come in order.

/** Ids and the first file of each. */
export interface SeenIds {
  /** The file that bore an id before; otherwise notes that this one does. */
  readonly before: (id: string, file: string) => string | undefined;
}

/** Starts with no ids. As long as each is greater than all before it, none can have been seen, and nothing has to be looked up. */
export function seenIds(): SeenIds {
  const [ids, files]: [string[], string[]] = [[], []];
  let known: Map<string, string> | undefined;
  return {
    before: (id, file) => {
      if (known === undefined) {
        const last = ids.at(-1);
        if (last === undefined || last < id) {
          ids.push(id);
          files.push(file);
          return undefined;
        }
        known = new Map(ids.map((own, i) => [own, files[i]!]));
        ids.length = files.length = 0;
      }
      const other = known.get(id);
      if (other === undefined) known.set(id, file);
      return other;
    },
  };
}
