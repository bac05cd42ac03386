import { mainChannels, sidechainChannels, type LogLevel, type ParameterSpecs, type PluginDefinition, type Processor, type ReadoutSpecs, type SavedState } from "@headroom/sdk";
import { ParameterBank, ReadoutBank } from "@headroom/sdk/audio";
import { EventQueue } from "../shared/event-queue.js";
import { Fault, heldTarget, insertLayout, insertLevels, InsertLevels, InsertTarget, InsertWord, insertWords } from "../shared/insert-memory.js";
import type { InsertLane } from "../shared/lane-table.js";
import { CHANNELS, QUANTUM } from "../shared/quantum.js";
import { DelayLine } from "./delay-line.js";
import { EventBuffer } from "./event-buffer.js";
import { InsertAutomation } from "./insert-automation.js";
import { InsertSleep, isSilent } from "./insert-sleep.js";
import { InsertTransport } from "./insert-transport.js";
import { isAudio } from "./is-audio.js";
import { LevelMeter } from "./level-meter.js";
import { ProcessorState, type SavedInsertState } from "./processor-state.js";
import { Ramp, RAMP_FRAMES } from "./ramp.js";
import { SidechainInput } from "./sidechain-input.js";

/** A side's share of the middle, for a plugin that takes mono alone. */
const BOTH = 0.5;

/** The plugin took its output's memory away, or put other arrays in its place. */
export class OutputMissing extends Error {}
const NO_OUTPUT = new OutputMissing("it gave back arrays of another length than it was given");

/** What an insert starts with. Plain data. */
export interface InsertStart {
  /** Numbers of all parameters, in the order of their statement. */
  readonly params: readonly number[];
  readonly bypass: boolean;
  readonly mix: number;
  /** Sound fades in from dry when it joins a running mix. */
  readonly fadeIn: boolean;
  readonly sampleRate: number;
  readonly offline: boolean;
  /** Frames of the blocks that {@link InsertRunner.process} takes: whole quanta, 1024 at the most. Left out: one quantum. */
  readonly blockFrames?: number;
  /** Where the song is, for automation and for a plugin that asks. */
  readonly timeline?: ArrayBufferLike;
  /** What moves its parameters, bypass and mix while the song plays. */
  readonly lanes?: readonly InsertLane[];
  /** Where the song stands: the processor is made with what its lanes say there. Left out: at the beginning. */
  readonly songFrame?: number;
  /** The processor's own data, as they were saved. */
  readonly state?: SavedState;
}

/**
 * One insert, a quantum at a time, or offline several at once with the same samples: applies its events on their frames, runs the processor, mixes with the dry
 * signal of the same frames. The same code in the audio thread, a plugin worker and a bounce, so that they
 * give the same samples. `@audioThread` after construction, except {@link saveState} and {@link restoreState}.
 */
export class InsertRunner {
  /** Why the processor did not take the data that it was started with, if so. */
  readonly stateFault: string | undefined;
  readonly #processor: Processor<ParameterSpecs, ReadoutSpecs>;
  readonly #state: ProcessorState;
  readonly #bank: ParameterBank;
  readonly #queue: EventQueue;
  readonly #events = new EventBuffer();
  readonly #words: Int32Array;
  readonly #inputMeter: LevelMeter;
  readonly #outputMeter: LevelMeter;
  readonly #wet: Ramp;
  /** Share of the processed signal at each frame of the quantum, and whether it is one and the same. */
  readonly #shares = new Float64Array(QUANTUM);
  #isSteady = true;
  readonly #dryLine = new DelayLine(0);
  readonly #dry = stereo(QUANTUM);
  readonly #scratchIn: readonly Float32Array[];
  readonly #scratchOut: readonly Float32Array[];
  /** One quantum of a longer block. */
  readonly #quantumIn = stereo(QUANTUM);
  readonly #quantumOut = stereo(QUANTUM);
  readonly #quantumSide = stereo(QUANTUM);
  readonly #context;
  readonly #silence: readonly Float32Array[];
  readonly #offline: boolean;
  readonly #frames: number;
  readonly #sidechain: SidechainInput;
  readonly #transport: InsertTransport | undefined;
  readonly #automation: InsertAutomation;
  /** Numbers of the parameters as they were set, whatever a lane makes of them. */
  readonly #set: Float64Array;
  /** Value and frames on their way to where a target is moved. */
  readonly #given = new Float64Array(2);
  /** Index of the parameter that is the plugin's own bypass; below 0 where the host bypasses it. */
  readonly #ownBypass: number;
  /** Whether the host fades it to dry, whatever is set. */
  #away = false;
  #processing = false;
  #bypass: boolean;
  #mix: number;
  /** Bypass and mix as they were set. */
  #setBypass: boolean;
  #setMix: number;
  #latency = 0;
  /** Seconds. */
  #tail: number | undefined;
  readonly #sleep: InsertSleep;
  /** Stream frame of the first block; below 0 before it. */
  #firstFrame = -1;
  #failed = false;

  /** @param say - takes what the processor says to people. */
  constructor(plugin: PluginDefinition, memory: ArrayBufferLike, start: InsertStart, say: (level: LogLevel, text: string) => void = () => undefined) {
    const layout = insertLayout(plugin.readouts);
    this.#offline = start.offline;
    this.#frames = start.blockFrames ?? QUANTUM;
    this.#silence = stereo(this.#frames);
    this.#words = insertWords(memory);
    this.#inputMeter = new LevelMeter(insertLevels(memory), InsertLevels.input, start.sampleRate);
    this.#outputMeter = new LevelMeter(insertLevels(memory), InsertLevels.output, start.sampleRate);
    this.#queue = new EventQueue(memory, layout.events);
    this.#bank = new ParameterBank(plugin.params, start.sampleRate, this.#frames);
    start.params.forEach((number, index) => this.#bank.jump(index, number));
    this.#set = Float64Array.from(start.params);
    this.#bypass = this.#setBypass = start.bypass;
    this.#mix = this.#setMix = start.mix;
    this.#automation = new InsertAutomation(start.timeline, start.lanes ?? [], (target, move) => this.#move(target, move));
    this.#ownBypass = Object.values(plugin.params).findIndex((spec) => spec.kind === "toggle" && spec.bypass === true);
    if (this.#ownBypass >= 0) this.#bank.jump(this.#ownBypass, start.bypass ? 1 : 0);
    const channels = mainChannels(plugin.io);
    this.#scratchIn = Array.from({ length: channels }, () => new Float32Array(this.#frames));
    this.#scratchOut = Array.from({ length: channels }, () => new Float32Array(this.#frames));
    this.#sidechain = new SidechainInput(sidechainChannels(plugin.io), this.#frames);
    const uses = plugin.extensions?.includes("dev.headroom.transport@1") === true;
    this.#transport = uses && start.timeline ? new InsertTransport(start.timeline, start.sampleRate) : undefined;
    const offered = new Map<string, InsertTransport>(this.#transport ? [["dev.headroom.transport@1", this.#transport]] : []);
    this.#wet = new Ramp(0);
    this.#automation.startAt(start.songFrame ?? 0);
    this.#wet.jump(start.fadeIn ? 0 : this.#wetTarget());
    this.#wet.aim(this.#wetTarget(), RAMP_FRAMES);
    this.#processor = plugin.processor({
      sampleRate: start.sampleRate,
      maxFrames: this.#frames,
      channels,
      sidechainChannels: this.#sidechain.channels,
      offline: start.offline,
      params: this.#bank.readers,
      log: (level, text) => {
        if (!this.#processing) say(level, text);
      },
      extension: (id) => offered.get(id),
      stateChanged: () => void Atomics.add(this.#words, InsertWord.stateChanges, 1),
    });
    this.#state = new ProcessorState(this.#processor, plugin.state);
    this.stateFault = start.state && this.#state.restore(start.state);
    this.#context = {
      input: this.#scratchIn,
      output: this.#scratchOut,
      sidechain: this.#sidechain.whole,
      params: this.#bank.readers,
      changed: true,
      readouts: new ReadoutBank(plugin.readouts, memory, layout.readouts).writers,
      frames: QUANTUM,
      position: 0,
    };
    this.#sleep = new InsertSleep(plugin.readouts, memory, start.sampleRate);
    this.#takeLatency(false);
  }

  /** Whether the processor threw or gave something that is no audio. It is not called again. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Error that the processor threw. */
  error: unknown;

  /**
   * Processes block number `block` of the stream: a quantum, unless it was started with longer ones. Input and output must
   * not be the same memory.
   * @param sidechain - left and right; `undefined`: silence.
   */
  process(block: number, input: readonly Float32Array[], output: readonly Float32Array[], sidechain: readonly Float32Array[] = this.#silence): void {
    if (this.#firstFrame < 0) this.#firstFrame = block * this.#frames;
    this.#events.fill(this.#queue);
    if (this.#frames === QUANTUM) this.#processQuantum(block, input, output, sidechain);
    else this.#processBlock(block, input, output, sidechain);
    Atomics.store(this.#words, InsertWord.progress, (block + 1) | 0);
  }

  #processQuantum(quantum: number, input: readonly Float32Array[], output: readonly Float32Array[], sidechain: readonly Float32Array[]): void {
    this.#sidechain.take(sidechain);
    this.#runOrSleep(quantum * QUANTUM, input, output);
    this.#checkOutput(output, QUANTUM);
    this.#blend(input, output);
    if (this.#offline) return;
    this.#measure(input, this.#inputMeter);
    this.#measure(output, this.#outputMeter);
  }

  /**
   * A block in one call of the processor where it is sound throughout, nothing is due in it, no lane moves anything and all
   * of it is wet; else quantum by quantum, as it is played live. Both give the same samples.
   */
  #processBlock(block: number, input: readonly Float32Array[], output: readonly Float32Array[], sidechain: readonly Float32Array[]): void {
    const frames = this.#frames;
    const frame = block * frames;
    if (!this.#failed && this.#events.nextFrame >= frame + frames && isSoundThroughout(input, frames) && this.#isPlain(frame, frames)) {
      this.#sidechain.take(sidechain);
      if (this.#latency > 0) this.#keepDry(input);
      this.#sleep.wake();
      this.#run(frame, frames, input, output);
      this.#sleep.note(false, output, this.#latency, this.#tail);
      this.#checkOutput(output, frames);
      return;
    }
    for (let from = 0; from < frames; from += QUANTUM) {
      copyStretch(input, from, this.#quantumIn, 0);
      copyStretch(sidechain, from, this.#quantumSide, 0);
      this.#processQuantum((frame + from) / QUANTUM, this.#quantumIn, this.#quantumOut, this.#quantumSide);
      copyStretch(this.#quantumOut, 0, output, from);
    }
  }

  /** Whether all of a block that begins at a frame is wet, and no lane moves anything in it. */
  #isPlain(frame: number, frames: number): boolean {
    const automation = this.#automation;
    automation.moveTo(frame);
    return automation.nextFrame >= frame + frames && this.#wet.left === 0 && this.#wet.value === 1;
  }

  /** The processor's own data. Not while it processes. Throws what the processor throws. */
  saveState(): SavedInsertState | undefined {
    return this.#state.save();
  }

  /** Gives the processor back its own data, or what it began with. Not while it processes. @returns why it refused. */
  restoreState(state: SavedState | undefined): string | undefined {
    return this.#state.restore(state);
  }

  /** Takes other lanes. What none moves any more goes back to where it was set. Not while it processes. */
  setLanes(lanes: readonly InsertLane[]): void {
    for (const target of this.#automation.setLanes(lanes)) this.#moveBack(target);
  }

  release(): void {
    this.#processor.release?.();
  }

  /** Calls the processor, unless it has nothing to hear, to play or to change. */
  #runOrSleep(frame: number, input: readonly Float32Array[], output: readonly Float32Array[]): void {
    const sleep = this.#sleep;
    const silent = isSilent(input[0]) && isSilent(input[1]) && this.#sidechain.isSilent;
    const slept = sleep.asleep;
    // Events that are due first: a hand may take what a lane would move.
    while (this.#events.nextFrame <= frame) this.#apply();
    this.#automation.moveTo(frame);
    if (this.#automation.nextFrame < frame + QUANTUM) sleep.wake();
    if (this.#events.nextFrame < frame + QUANTUM || !this.#bank.resting) sleep.wake();
    this.#isSteady = true;
    if (sleep.holds(silent)) {
      this.#share(0, QUANTUM);
      output[0]?.fill(0);
      output[1]?.fill(0);
      return;
    }
    this.#run(frame, QUANTUM, input, output);
    if (this.#failed) return;
    sleep.note(silent, output, this.#latency, this.#tail);
    if (sleep.asleep !== slept) Atomics.store(this.#words, InsertWord.asleep, sleep.asleep ? 1 : 0);
  }

  #wetTarget(): number {
    return this.#away || (this.#bypass && this.#ownBypass < 0) ? 0 : this.#mix;
  }

  /** Runs the processor in blocks that end where events fall. */
  #run(frame: number, length: number, input: readonly Float32Array[], output: readonly Float32Array[]): void {
    const events = this.#events;
    const automation = this.#automation;
    let at = 0;
    while (at < length) {
      while (events.nextFrame <= frame + at) this.#apply();
      this.#transport?.moveTo(frame + at);
      automation.moveTo(frame + at);
      const end = Math.min(length, events.nextFrame - frame, automation.nextFrame - frame, (this.#transport?.nextFrame ?? Infinity) - frame);
      const frames = end - at;
      if (this.#failed) return;
      // A longer block is all wet.
      if (length === QUANTUM) this.#share(at, end);
      this.#bank.advance(frames);
      this.#context.changed = this.#bank.changed;
      this.#context.frames = frames;
      this.#context.position = frame + at - this.#firstFrame;
      this.#processing = true;
      try {
        this.#processPart(at, frames, input, output);
      } catch (error) {
        this.error = error;
        this.#fail(Fault.threw);
        return;
      } finally {
        this.#processing = false;
      }
      at = end;
    }
    try {
      this.#takeLatency(true);
      this.#tail = this.#processor.tail;
    } catch (error) {
      this.error = error;
      this.#fail(Fault.threw);
    }
  }

  /**
   * The plugin is given memory of its own: what it writes into its input is no part of the dry signal, and through a
   * ring's memory it would reach the counters and its neighbours' sound.
   */
  #processPart(at: number, frames: number, input: readonly Float32Array[], output: readonly Float32Array[]): void {
    for (let c = 0; c < this.#scratchIn.length; c++) {
      const from = input[c];
      const to = this.#scratchIn[c];
      if (!from || !to) continue;
      if (frames === this.#frames) to.set(from);
      else for (let i = 0; i < frames; i++) to[i] = from[at + i] ?? 0;
    }
    const [mono, right] = this.#scratchIn;
    const other = input[1];
    if (mono && !right && other) for (let i = 0; i < frames; i++) mono[i] = ((mono[i] ?? 0) + (other[at + i] ?? 0)) * BOTH;
    this.#context.sidechain = frames === this.#frames ? this.#sidechain.whole : this.#sidechain.part(at, frames);
    this.#processor.process(this.#context);
    for (let c = 0; c < CHANNELS; c++) {
      const from = this.#scratchOut[c] ?? this.#scratchOut[0];
      const to = output[c];
      if (!to) continue;
      // Taken away or exchanged by the plugin: what stood in the slot before would be heard.
      if (from?.length !== this.#frames) throw NO_OUTPUT;
      if (frames === this.#frames) to.set(from);
      else for (let i = 0; i < frames; i++) to[at + i] = from[i] ?? 0;
    }
  }

  /** Takes an event: what a lane moves stays with it, and goes where it was set once it is let go. */
  #apply(): void {
    const { target, value, ramp } = this.#events;
    this.#events.shift();
    const automation = this.#automation;
    const held = heldTarget(target);
    if (held !== undefined) {
      automation.hold(held, value >= 0.5);
      return;
    }
    switch (target) {
      case InsertTarget.away:
        this.#away = value >= 0.5;
        this.#wet.aim(this.#wetTarget(), RAMP_FRAMES);
        return;
      case InsertTarget.delay:
        this.#transport?.setDelay(value);
        automation.setDelay(value);
        return;
      case InsertTarget.bypass:
        this.#setBypass = value >= 0.5;
        break;
      case InsertTarget.mix:
        this.#setMix = value;
        break;
      default:
        if (target >= 0 && target < this.#set.length) this.#set[target] = value;
    }
    if (automation.moves(target)) return;
    this.#given[0] = value;
    this.#given[1] = target < 0 ? -1 : ramp;
    this.#move(target, this.#given);
  }

  /** Starts a parameter, bypass or mix towards a value, see {@link Move}. */
  #move(target: number, move: Float64Array): void {
    const value = move[0]!;
    const frames = move[1]!;
    if (target >= 0) {
      this.#bank.glide(target, value, frames);
      return;
    }
    if (target === InsertTarget.bypass) {
      this.#bypass = value >= 0.5;
      if (this.#ownBypass >= 0) this.#bank.glide(this.#ownBypass, value, -1);
    } else {
      this.#mix = Math.min(1, Math.max(0, value)) || 0;
    }
    if (frames === 0) this.#wet.jump(this.#wetTarget());
    else this.#wet.aim(this.#wetTarget(), frames < 0 ? RAMP_FRAMES : frames);
  }

  #moveBack(target: number): void {
    const set = target === InsertTarget.bypass ? (this.#setBypass ? 1 : 0) : target === InsertTarget.mix ? this.#setMix : (this.#set[target] ?? 0);
    this.#given[0] = set;
    this.#given[1] = -1;
    this.#move(target, this.#given);
  }

  /** Works out the processed signal's share for a part of the quantum. */
  #share(from: number, to: number): void {
    const wet = this.#wet;
    const shares = this.#shares;
    if (wet.left === 0) {
      // Not by `fill`: a number that is given to a function may be put in a box.
      for (let i = from; i < to; i++) shares[i] = wet.value;
      if (from > 0 && shares[from - 1] !== shares[from]) this.#isSteady = false;
      return;
    }
    this.#isSteady = false;
    for (let i = from; i < to; i++) shares[i] = wet.next();
  }

  /** Takes a block to where the dry signal waits as long as the wet one takes. */
  #keepDry(input: readonly Float32Array[]): void {
    const [left, right] = this.#quantumIn;
    if (!left || !right) return;
    for (let from = 0; from < this.#frames; from += QUANTUM) {
      copyStretch(input, from, this.#quantumIn, 0);
      this.#dryLine.write(left, right);
    }
  }

  /** Dry and wet, aligned; all wet leaves the processor's samples untouched. */
  #blend(input: readonly Float32Array[], output: readonly Float32Array[]): void {
    const [inLeft, inRight] = input;
    const [outLeft, outRight] = output;
    const [lineLeft, lineRight] = this.#dry;
    if (!inLeft || !inRight || !outLeft || !outRight || !lineLeft || !lineRight) return;
    const latency = this.#latency;
    if (latency > 0) {
      this.#dryLine.write(inLeft, inRight);
      this.#dryLine.read(lineLeft, lineRight);
    }
    const dryLeft = latency > 0 ? lineLeft : inLeft;
    const dryRight = latency > 0 ? lineRight : inRight;
    const shares = this.#shares;
    if (this.#failed || (this.#isSteady && shares[0] === 0)) {
      outLeft.set(dryLeft);
      outRight.set(dryRight);
      return;
    }
    if (this.#isSteady && shares[0] === 1) return;
    for (let i = 0; i < QUANTUM; i++) {
      const w = shares[i] ?? 0;
      outLeft[i] = (outLeft[i] ?? 0) * w + (dryLeft[i] ?? 0) * (1 - w);
      outRight[i] = (outRight[i] ?? 0) * w + (dryRight[i] ?? 0) * (1 - w);
    }
  }

  #takeLatency(crossfade: boolean): void {
    const latency = Math.min(Math.max(0, Math.round(this.#processor.latency ?? 0)) || 0, MOST_LATENCY);
    if (latency === this.#latency) return;
    this.#latency = latency;
    this.#dryLine.reserve(latency);
    this.#dryLine.setDelay(latency, crossfade);
    Atomics.store(this.#words, InsertWord.latency, latency);
  }

  #checkOutput(output: readonly Float32Array[], frames: number): void {
    if (!this.#failed && !(isAudio(output[0], frames) && isAudio(output[1], frames))) this.#fail(Fault.notFinite);
  }

  #fail(fault: number): void {
    this.#failed = true;
    Atomics.store(this.#words, InsertWord.fault, fault);
    Atomics.add(this.#words, InsertWord.faults, 1);
  }

  #measure(audio: readonly Float32Array[], meter: LevelMeter): void {
    const [left, right] = audio;
    if (left && right) meter.measure(left, right, this.#words[InsertWord.meterReset] ?? 0);
  }
}

function stereo(frames: number): readonly Float32Array[] {
  return Array.from({ length: CHANNELS }, () => new Float32Array(frames));
}

/** Whether no quantum of a block is silence. `@audioThread` */
function isSoundThroughout(input: readonly Float32Array[], frames: number): boolean {
  for (let from = 0; from < frames; from += QUANTUM) if (isSilent(input[0], from) && isSilent(input[1], from)) return false;
  return true;
}

/** Copies a quantum. `@audioThread` */
function copyStretch(from: readonly Float32Array[], start: number, to: readonly Float32Array[], at: number): void {
  for (let c = 0; c < CHANNELS; c++) {
    const source = from[c];
    const target = to[c];
    if (source && target) for (let i = 0; i < QUANTUM; i++) target[at + i] = source[start + i] ?? 0;
  }
}

/** Longest latency that the host aligns, in frames: 10 s at 48 kHz. */
export const MOST_LATENCY = 480_000;
