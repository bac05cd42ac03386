import type { Playhead } from "../api.js";
import { ClockWord, type EngineMemory } from "../shared/engine-memory.js";
import { EventQueue } from "../shared/event-queue.js";
import { TransportTarget } from "../shared/transport.js";

/** Commands the renderer's playhead through shared memory. `@mainThread` */
export class PlayheadControl implements Playhead {
  readonly #context: BaseAudioContext;
  readonly #queue: EventQueue;
  readonly #clock: Int32Array;
  readonly #position: Float64Array;
  readonly #onCommand: () => void;

  /** @param onCommand - called after each command, where memory is not shared and must be sent. */
  constructor(context: BaseAudioContext, memory: EngineMemory, onCommand: () => void) {
    this.#context = context;
    this.#queue = new EventQueue(memory.transport);
    this.#clock = new Int32Array(memory.clock);
    this.#position = new Float64Array(memory.position);
    this.#onCommand = onCommand;
  }

  get playing(): boolean {
    return Atomics.load(this.#clock, ClockWord.playing) === 1;
  }

  seconds(): number {
    return (this.#position[0] ?? 0) / this.#context.sampleRate;
  }

  play(fromSeconds?: number, atTime?: number): void {
    this.#send(TransportTarget.play, fromSeconds === undefined ? -1 : this.#frames(fromSeconds), atTime);
  }

  pause(atTime?: number): void {
    this.#send(TransportTarget.pause, 0, atTime);
  }

  stop(toSeconds = 0, atTime?: number): void {
    this.#send(TransportTarget.pause, 0, atTime);
    this.#send(TransportTarget.seek, this.#frames(toSeconds), atTime);
  }

  seek(seconds: number): void {
    this.#send(TransportTarget.seek, this.#frames(seconds));
  }

  setLoop(loop: { readonly enabled: boolean; readonly startSeconds: number; readonly endSeconds: number }): void {
    this.#send(TransportTarget.loopStart, this.#frames(loop.startSeconds));
    this.#send(TransportTarget.loopEnd, loop.enabled ? this.#frames(loop.endSeconds) : 0);
  }

  /** @param bpm - quarter notes a minute. */
  setTempo(bpm: number): void {
    this.#send(TransportTarget.tempo, bpm);
  }

  #frames(seconds: number): number {
    return Math.max(0, Math.round(seconds * this.#context.sampleRate)) || 0;
  }

  /** Engine frames count from the node's first quantum, context time from the context's. */
  frameAt(contextTime: number): number {
    return Math.max(0, Math.round(contextTime * this.#context.sampleRate) - (this.#position[1] ?? 0));
  }

  #send(target: number, value: number, atTime?: number): void {
    this.#queue.push(atTime === undefined ? 0 : this.frameAt(atTime), target, value, 0);
    this.#onCommand();
  }
}
