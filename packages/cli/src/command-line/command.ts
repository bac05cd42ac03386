/** How a command ended; the process ends with this. */
export const ExitCode = {
  done: 0,
  /** What was asked for failed: a file that cannot be read, a plugin with a fault. */
  failed: 1,
  /** The command line makes no sense. */
  usage: 2,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Where a command writes: results to `out`, everything else to `err`. */
export interface Streams {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown; readonly isTTY: boolean };
}

export interface Command {
  readonly summary: string;
  /** What `--help` shows. */
  readonly help: string;
  /** Runs with the arguments after the command's name. Rejects with a {@link UsageError} where they are wrong. */
  run(args: readonly string[], streams: Streams): Promise<ExitCode>;
}

/** A wrong command line, in a sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
