import { DelayLine } from "@headroom/dsp";
import type { PrepareContext, ProcessContext, Processor } from "@headroom/sdk";
import { stripParams, type StripParams } from "./params.js";

/** In which what is switched goes over. */
const FADE_SECONDS = 0.01;
/** The low cut rings on to −120 dB in this many of its time constants. */
const RING_NEPERS = (120 / 20) * Math.LN10;
/** What has died away is set to 0: numbers near the smallest are slow. */
const SILENT_POWER = 1e-60;

/** Places in the processor's memory: shares of what is switched, 0…1. */
const ENGAGED = 0;
const SIGN = 1;
const SECOND_CUT = 2;

/** Low cut, bits, delay, width, balance and gain, in this order, in stereo. */
export class StripProcessor implements Processor<StripParams, Record<never, never>> {
  tail = 0;
  readonly #sampleRate: number;
  readonly #shares = new Float64Array(3);
  /** Two one-pole low-passes a channel. */
  readonly #lows: Float64Array;
  readonly #delays: readonly DelayLine[];
  readonly #wet: readonly Float32Array[];

  constructor({ sampleRate, channels, maxFrames, params }: PrepareContext<StripParams>) {
    this.#sampleRate = sampleRate;
    this.#lows = new Float64Array(2 * channels);
    const most = Math.ceil((stripParams.delay.max / 1000) * sampleRate);
    this.#delays = Array.from({ length: channels }, () => new DelayLine(most, this.#delayFrames(params.delay.value)));
    this.#wet = Array.from({ length: channels }, () => new Float32Array(maxFrames));
    this.#shares[ENGAGED] = params.off.value ? 0 : 1;
    this.#shares[SIGN] = params.invert.value ? -1 : 1;
    this.#shares[SECOND_CUT] = params.slope.value === "12" ? 1 : 0;
    this.tail = tailSeconds(params.lowCut.value, params.delay.value);
  }

  reset(): void {
    this.#lows.fill(0);
    for (let c = 0; c < this.#delays.length; c++) this.#delays[c]!.reset();
  }

  process({ input, output, params, frames, changed }: ProcessContext<StripParams, Record<never, never>>): void {
    const fadeFrames = FADE_SECONDS * this.#sampleRate;
    const step = 1 / fadeFrames;
    const steps = 2 ** (params.bits.value - 1);
    const cuts = params.lowCut.values;
    if (changed) this.tail = tailSeconds(params.lowCut.value, params.delay.value);
    const second = this.#shares[SECOND_CUT]!;
    for (let c = 0; c < output.length; c++) {
      const from = input[c]!;
      const wet = this.#wet[c]!;
      let first = this.#lows[2 * c]!;
      let last = this.#lows[2 * c + 1]!;
      let share = second;
      for (let i = 0; i < frames; i++) {
        const pole = 1 - Math.exp((-2 * Math.PI * cuts[i]!) / this.#sampleRate);
        share = towards(share, params.slope.value === "12" ? 1 : 0, step);
        first += pole * (from[i]! - first);
        const once = from[i]! - first;
        last += pole * (once - last);
        if (first * first + last * last < SILENT_POWER) first = last = 0;
        const cut = once - share * last;
        wet[i] = params.bits.value < stripParams.bits.max ? Math.round(cut * steps) / steps : cut;
      }
      this.#lows[2 * c] = first;
      this.#lows[2 * c + 1] = last;
      if (c === output.length - 1) this.#shares[SECOND_CUT] = share;
      this.#delays[c]!.setDelay(this.#delayFrames(params.delay.value), fadeFrames);
      this.#delays[c]!.process(wet, wet, frames);
    }
    this.#mix(input, output, params, frames, step);
  }

  /** `@audioThread` */
  #mix(input: readonly Float32Array[], output: readonly Float32Array[], params: ProcessContext<StripParams, Record<never, never>>["params"], frames: number, step: number): void {
    const left = this.#wet[0]!;
    const right = this.#wet[output.length - 1]!;
    const { gains } = params.gain;
    let engaged = this.#shares[ENGAGED]!;
    let sign = this.#shares[SIGN]!;
    for (let i = 0; i < frames; i++) {
      engaged = towards(engaged, params.off.value ? 0 : 1, step);
      sign = towards(sign, params.invert.value ? -1 : 1, 2 * step);
      const mid = 0.5 * (left[i]! + right[i]!);
      const side = 0.005 * params.width.values[i]! * (left[i]! - right[i]!);
      const balance = params.balance.values[i]!;
      for (let c = 0; c < output.length; c++) {
        const turned = 1 - Math.max(0, c === 0 ? balance : -balance);
        const wet = sign * gains[i]! * turned * (c === 0 ? mid + side : mid - side);
        const dry = input[c]![i]!;
        const heard = params.difference.value ? wet - dry : wet;
        output[c]![i] = dry + engaged * (heard - dry);
      }
    }
    this.#shares[ENGAGED] = engaged;
    this.#shares[SIGN] = sign;
  }

  #delayFrames(ms: number): number {
    return Math.round((ms / 1000) * this.#sampleRate);
  }
}

function towards(from: number, to: number, step: number): number {
  return from < to ? Math.min(to, from + step) : Math.max(to, from - step);
}

function tailSeconds(lowCutHz: number, delayMs: number): number {
  return delayMs / 1000 + (2 * RING_NEPERS) / (2 * Math.PI * lowCutHz);
}
