// What the tool asks of the world. Nothing else in the program knows a file, a stream, a clock or an environment.
import type { Dirent, Stats } from 'node:fs';

/** The file operations that the tool uses; the real ones are Node's, tests put failing ones in their place. */
export interface FileSystem {
  readonly openSync: (path: string, flags: number | string, mode?: number) => number;
  readonly closeSync: (descriptor: number) => void;
  readonly fstatSync: (descriptor: number) => Stats;
  readonly lstatSync: (path: string) => Stats;
  readonly statSync: (path: string) => Stats;
  readonly readSync: (
    descriptor: number,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => number;
  readonly writeSync: (descriptor: number, buffer: Uint8Array, offset: number, length: number) => number;
  readonly fchmodSync: (descriptor: number, mode: number) => void;
  readonly fsyncSync: (descriptor: number) => void;
  readonly renameSync: (from: string, to: string) => void;
  readonly linkSync: (existing: string, path: string) => void;
  readonly unlinkSync: (path: string) => void;
  readonly rmdirSync: (path: string) => void;
  readonly mkdirSync: (path: string) => void;
  readonly readdirSync: {
    (path: string): string[];
    (path: string, options: { readonly withFileTypes: true }): Dirent[];
  };
  readonly realpathSync: (path: string) => string;
}

/** A signal that asks the tool to stop. */
export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** An ear for signals, while long work goes on in short steps. */
export interface SignalWatch {
  /** Lets what came meanwhile arrive, and tells the signal that asked to stop, if one did. */
  readonly stopped: () => Promise<StopSignal | undefined>;
  readonly release: () => void;
}

/** A terminal: standard input and output, where both are one. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly columns: () => number;
  readonly colour: boolean;
  /** Whether it only prints lines: nothing can move its cursor. */
  readonly dumb: boolean;
  /** Hears signals until what it returns is called; while it does, they do not end the process. */
  readonly onSignal: (listener: (signal: StopSignal) => void) => () => void;
}

/** A thread: it answers what it is sent, one answer a message, in order. Messages are plain data. */
export interface Thread {
  readonly post: (message: unknown) => void;
  /** `ended` hears why it ended, or could not start. */
  readonly listen: (hear: (answer: unknown) => void, ended: (why: string) => void) => void;
  readonly end: () => void;
}

/** The threads that a machine can start. */
export interface Threads {
  readonly processors: number;
  /** Starts one with the file of that name under workers/. */
  readonly start: (name: string, data: unknown) => Thread;
}

/** The world, as one value. */
export interface Host {
  /** The words after the program's name. */
  readonly argv: readonly string[];
  /** The words before them, as they start the tool again; `caijue` where nothing is said. */
  readonly called?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fs: FileSystem;
  /** The folder that holds `policies/`, `schema/` and `package.json` of the tool. */
  readonly home: string;
  /** A number that no other running process has, for the names of temporary files. */
  readonly pid: number;
  /** The system's folder for files that are of use only while the program runs. */
  readonly scratch: string;
  /** Whether colour may be used on the error stream. */
  readonly colour: boolean;
  /** Whether somebody watches the error stream, so that progress may be shown on it. */
  readonly watched: boolean;
  /** Today's date in China (`YYYY-MM-DD`), for the day of recording. */
  readonly today: () => string;
  /** Starts to listen for signals; until then they end the process at once. */
  readonly watchSignals: () => SignalWatch;
  readonly stdin: () => Promise<Uint8Array>;
  /** Standard input as it comes, however much it is. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
  /** Threads beside this one; absent where there are none. */
  readonly threads?: () => Promise<Threads>;
  /** The terminal; none in a pipe. */
  readonly terminal?: () => Terminal | undefined;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
