import type { ChoiceSpec, DecibelsSpec, ParameterSpecs, ToggleSpec } from "../params/spec.js";
import type { ReadoutSpecs, WritersOf } from "../readouts/spec.js";
import type { ExtensionId, Extensions } from "./extensions.js";
import type { StateData } from "./saved-state.js";

/** A smoothed number as the processor sees it during one block. `@audioThread` */
export interface NumberReader {
  /** The value at the end of this block, in the parameter's unit. */
  readonly value: number;
  /** Whether the value changes within this block. While false, `values` all equal `value`. */
  readonly moving: boolean;
  /** The value for each frame of this block; the first `frames` count. */
  readonly values: Float32Array;
}

/** A number in decibels, also as linear amplitude (0 dB is 1). */
export interface DecibelsReader extends NumberReader {
  /** Linear amplitude of `value`. */
  readonly gain: number;
  /** Linear amplitude for each frame of this block. */
  readonly gains: Float32Array;
}

/** A choice as the processor sees it: constant within a block. `@audioThread` */
export interface ChoiceReader<Option extends string> {
  /** The option. */
  readonly value: Option;
  /** Index of `value` in the statement's options. */
  readonly index: number;
}

/** A toggle as the processor sees it: constant within a block. `@audioThread` */
export interface ToggleReader {
  /** On or off. */
  readonly value: boolean;
}

/** What the processor reads a parameter with, by its statement. */
export type ReaderOf<Spec> =
  Spec extends ChoiceSpec<infer Option>
    ? ChoiceReader<Option>
    : Spec extends ToggleSpec
      ? ToggleReader
      : Spec extends DecibelsSpec
        ? DecibelsReader
        : NumberReader;

/** The readers of all parameters of a plugin, as `process` gets them. */
export type ReadersOf<Specs extends ParameterSpecs> = { readonly [Id in keyof Specs]: ReaderOf<Specs[Id]> };

/** What a processor is made for. Its functions are called on the processor's thread: `@audioThread` or a plugin worker. */
export interface PrepareContext<Params extends ParameterSpecs = ParameterSpecs> {
  /** Hz. */
  readonly sampleRate: number;
  /** The most frames that `process` is ever called with. */
  readonly maxFrames: number;
  /** Channels of the main input and output. */
  readonly channels: number;
  /** Channels of the sidechain; 0 where the plugin states none. */
  readonly sidechainChannels: number;
  /** Whether this instance renders a bounce rather than live playback. */
  readonly offline: boolean;
  /**
   * The parameters, at the values that the instance starts with: the same objects that every call of `process` gets. A
   * latency that depends on a parameter is right from the start when it is taken from here.
   */
  readonly params: ReadersOf<Params>;
  /**
   * Tells the host that what `save` gives is another now: it saves a moment later. For any place, `process` as well: it
   * allocates nothing.
   */
  stateChanged(): void;
  /**
   * Says something to the person at the mixer, with the plugin's name: what was learned, what could not be read. For the
   * constructor, `restore` and other rare places; from `process` it is dropped. At most {@link LOG_LETTERS} letters are
   * shown, and of many messages in a short time only the first.
   */
  log(level: LogLevel, text: string): void;
  /**
   * What the host offers under a versioned id that the plugin states in `extensions`; `undefined` where this host does
   * not. May allocate: ask here, and keep the answer.
   */
  extension<Id extends ExtensionId>(id: Id): Extensions[Id] | undefined;
}

/** How much a message matters to the person at the mixer. */
export type LogLevel = "info" | "warning" | "error";

/** Longest message that a host shows. */
export const LOG_LETTERS = 300;

/**
 * One block. The object and its arrays are the same at every call: read them, do not keep values of them.
 * A block has constant choices and toggles: where one changes, the host starts a new block.
 */
export interface ProcessContext<Params extends ParameterSpecs, Readouts extends ReadoutSpecs> {
  /** One array a channel, planar, ±1 full scale. Only the first `frames` values belong to this block. */
  readonly input: readonly Float32Array[];
  /** As `input`; never the same memory. Every one of the first `frames` values must be written. */
  readonly output: readonly Float32Array[];
  /**
   * What the plugin hears beside its input, where it states `io.sidechain`: one array a channel, as long as `input`'s,
   * aligned with it to the frame, silent while nothing is connected. Without such a port there are no arrays.
   */
  readonly sidechain: readonly Float32Array[];
  /** A reader for each parameter, by id. */
  readonly params: ReadersOf<Params>;
  /**
   * Whether any parameter moves in this block, or differs from the block before. While false, nothing that was derived
   * from parameters needs to be looked at again.
   */
  readonly changed: boolean;
  /** A writer for each readout, by id. */
  readonly readouts: WritersOf<Readouts>;
  /** Frames in this block: 1…maxFrames. */
  readonly frames: number;
  /** Stream position of the block's first frame, counted since the processor was made. */
  readonly position: number;
}

/**
 * The DSP of one insert. Made on the thread that runs it (`@audioThread` or a plugin worker), where it may
 * allocate; from then on `process` must not allocate, throw, wait or post messages.
 */
export interface Processor<Params extends ParameterSpecs, Readouts extends ReadoutSpecs> {
  /** Delay from input to output in frames, now. May change between blocks; the host then realigns the mix. */
  readonly latency?: number;
  /**
   * Seconds that the output may go on after the input fell silent, beyond the latency, now. Once they are over, and the
   * output is silent and the readouts stand still, the host no longer calls `process` until there is something to hear
   * or to change: what moves on its own, such as an oscillator, must then follow `ProcessContext.position`. Infinity, or
   * nothing stated: the host always calls.
   */
  readonly tail?: number;
  /** Forget all audio heard so far: the next block must sound as after creation. Parameters stay. */
  reset?(): void;
  /** Computes one block. `@audioThread` or a plugin worker: it must not allocate, throw, wait or post messages. */
  process(context: ProcessContext<Params, Readouts>): void;
  /**
   * What must survive beyond parameters. Called on the processor's thread, never while `process` runs: after
   * `PrepareContext.stateChanged`, before a bounce, and before the insert goes. May allocate and throw.
   */
  save?(): StateData;
  /**
   * Takes back what {@link save} gave, or `migrate` made of it. It comes from a file: do not trust it. Called on the
   * processor's thread, never while `process` runs: when the insert starts, and when a person goes back to other
   * settings. May allocate; where it throws, the processor is given what it saved first, and the person is told.
   */
  restore?(data: Readonly<Record<string, unknown>>): void;
  /** The insert was removed. */
  release?(): void;
}
