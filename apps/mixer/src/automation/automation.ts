import type { MixerEngine } from "@headroom/engine";
import type { PluginDescriptor } from "@headroom/sdk";
import { laneKey, type LaneMode, type LaneScale, type LaneTarget, laneValue, type SessionDocument } from "@headroom/session";
import { attempt } from "../session/attempt.js";
import type { Observable } from "../state/observable.js";
import { hearTarget } from "./hear-target.js";
import { gestureOf, lastValue, type Pass, recordOptions } from "./pass.js";
import { stripMode } from "./strip-mode.js";
import { targetForm } from "./target-form.js";

/** Playback that goes back by more than this, or ahead of the clock, has jumped. Behind the clock it may come when the device starts. */
const BACK_SECONDS = 0.05;
const AHEAD_SECONDS = 0.5;

const RECORDING: readonly LaneMode[] = ["touch", "latch", "write"];

interface Playback {
  seconds(): number;
  readonly playing: Observable<boolean>;
}

/** A hand on a control. Values are in the lane's unit. */
export interface Take {
  readonly move: (value: number) => void;
  /** @returns whether what was set is recorded: then the document's value stays what it was. */
  readonly release: () => boolean;
}

/**
 * Plays the lanes on the controls that are shown, and records hands into lanes, by each lane's mode. While a hand, or what it
 * left, has a control, the engine holds its lane. Where the pass ends it is written: one undo step. `@mainThread`
 */
export class Automation {
  readonly #passes = new Map<string, Pass>();
  #finished: Pass[] = [];
  #playing = false;
  #start = 0;
  #seconds = 0;
  #clockMs = 0;

  constructor(
    private readonly document: SessionDocument,
    private readonly engine: Observable<MixerEngine | undefined>,
    private readonly playback: Playback,
    private readonly descriptor: (pluginId: string) => PluginDescriptor | undefined,
  ) {}

  /** Whether any lane moves anything, or a hand is recorded. */
  get active(): boolean {
    if (this.#passes.size > 0) return true;
    for (const key in this.document.snapshot().lanes) return key !== "";
    return false;
  }

  /** Where a lane, or what is recorded into it, has its control now; `undefined` where nothing moves it. @param key - of `laneKey`. */
  moved(key: string, scale: LaneScale | undefined): number | undefined {
    const pass = this.#passes.get(key);
    if (pass) return lastValue(pass);
    const { lanes } = this.document.snapshot();
    const lane = Object.hasOwn(lanes, key) ? lanes[key] : undefined;
    return lane && lane.mode !== "manual" ? laneValue(lane.points, this.playback.seconds(), scale) : undefined;
  }

  /** A hand takes a control. @param base - where it stands, if no lane moves it. */
  take(target: LaneTarget, scale: LaneScale | undefined, base: number): Take {
    const key = laneKey(target);
    const before = this.moved(key, scale) ?? base;
    const letGo = this.#passes.has(key) ? undefined : this.engine.value?.hold(target);
    let recorded = false;
    return {
      move: (value) => {
        const pass = this.#passes.get(key) ?? this.#open(target, before);
        recorded = pass !== undefined;
        if (!pass) return;
        pass.releaseSeconds = undefined;
        pass.samples.push({ seconds: Math.max(pass.samples.at(-1)?.seconds ?? 0, this.playback.seconds()), value });
      },
      release: () => {
        const pass = this.#passes.get(key);
        if (pass) {
          pass.releaseSeconds = this.playback.seconds();
          if (pass.mode === "touch") this.#finish(pass, pass.releaseSeconds);
        }
        // What is still recorded holds the lane until it is written.
        if (!this.#passes.has(key)) letGo?.();
        return recorded;
      },
    };
  }

  /** Follows playback: called once a frame. @param nowMs - the clock as it is now, not as it was when the frame began. */
  frame(nowMs: number): void {
    const seconds = this.playback.seconds();
    const isPlaying = this.playback.playing.value;
    const went = seconds - this.#seconds;
    const jumped = went < -BACK_SECONDS || went - (nowMs - this.#clockMs) / 1000 > AHEAD_SECONDS;
    if (this.#playing && (!isPlaying || jumped)) for (const pass of this.#passes.values()) this.#finish(pass, this.#seconds);
    const begins = isPlaying && (!this.#playing || jumped);
    this.#playing = isPlaying;
    if (begins) this.#begin(seconds);
    this.#seconds = seconds;
    this.#clockMs = nowMs;
  }

  /** Playback begins: lanes that are written are written from here on. */
  #begin(seconds: number): void {
    this.#start = seconds;
    for (const [key, lane] of Object.entries(this.document.snapshot().lanes)) {
      if (lane.mode !== "write" || this.#passes.has(key)) continue;
      const form = targetForm(this.document.snapshot(), this.descriptor, lane.target);
      if (!form) continue;
      const value = this.moved(key, form.laneScale) ?? form.base;
      if (this.#open(lane.target, value)) hearTarget(this.engine.value, lane.target, value);
    }
  }

  #open(target: LaneTarget, base: number): Pass | undefined {
    const session = this.document.snapshot();
    const form = targetForm(session, this.descriptor, target);
    const key = laneKey(target);
    const mode = session.lanes[key]?.mode ?? stripMode(session, form?.stripId);
    if (!form || !this.#playing || !RECORDING.includes(mode)) return undefined;
    const letGo = this.engine.value?.hold(target) ?? (() => undefined);
    const pass: Pass = { target, mode, form, startSeconds: this.#start, base, samples: [], releaseSeconds: undefined, endSeconds: undefined, letGo };
    this.#passes.set(key, pass);
    return pass;
  }

  #finish(pass: Pass, seconds: number): void {
    if (pass.endSeconds !== undefined) return;
    // A tap has no length; what it set lasts until the control comes back.
    pass.endSeconds = Math.max(seconds, pass.startSeconds + 0.001, pass.samples.at(-1)?.seconds ?? 0);
    this.#finished.push(pass);
    // What ends at once is one step.
    if (this.#finished.length === 1) queueMicrotask(() => this.#write());
  }

  #write(): void {
    const passes = this.#finished;
    this.#finished = [];
    const [only] = passes;
    const what = passes.length === 1 && only ? `${only.form.label.toLowerCase()} of ${only.form.owner}` : `${passes.length} controls`;
    attempt(() =>
      this.document.edit(`Record ${what}`, () => {
        for (const pass of passes) {
          const { target, mode, form } = pass;
          if (!Object.hasOwn(this.document.snapshot().lanes, laneKey(target))) this.document.lanes.setMode(target, mode);
          this.document.lanes.record(target, gestureOf(pass), recordOptions(form));
        }
      }),
    );
    for (const { target, letGo, form } of passes) {
      this.#passes.delete(laneKey(target));
      letGo();
      // Where the control stands when the lane rests is what the document says.
      hearTarget(this.engine.value, target, form.base);
    }
  }
}
