/** Where the song is, for effects in time with it. The same object at every call of `process`. `@audioThread` */
export interface TransportReader {
  /** Whether the song plays in this block. Where it starts, stops or jumps, a new block begins. */
  readonly playing: boolean;
  /**
   * Place in the song of this block's first frame, in frames, as it is heard at the plugin's input: the latency before
   * it is counted. Stands still while nothing plays.
   */
  readonly songFrame: number;
  /** The same in quarter notes from the song's start. */
  readonly beat: number;
  /** Quarter notes a minute. Constant within a block. */
  readonly bpm: number;
}

/**
 * What a host may offer beyond the contract, by id. An id names its version and means the same for ever: what changes
 * gets another.
 */
export interface Extensions {
  /** Where the song is. */
  readonly "dev.headroom.transport@1": TransportReader;
}

/** An id of {@link Extensions}. */
export type ExtensionId = keyof Extensions;

/** The ids that this SDK knows. */
export const EXTENSIONS: readonly ExtensionId[] = ["dev.headroom.transport@1"];
