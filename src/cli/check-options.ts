// The options of `caijue check`, known to the command line before the command is loaded.

/** The formats that findings are written in. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'junit', 'github'] as const;

/** One of the formats. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** The options of the command. */
export interface CheckOptions {
  readonly format?: CheckFormat;
  readonly json?: boolean;
  readonly denyWarnings?: boolean;
  /** The folder that witnesses are written to. */
  readonly witness?: string;
}
