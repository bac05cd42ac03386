import { MONITOR_CONTROLS, type MonitorControl } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { faderGain } from "./gain-law.js";
import { Gain, GainMatrix } from "./gain-matrix.js";
import { Ramp, RAMP_FRAMES } from "./ramp.js";

const indexOf = (control: MonitorControl): number => MONITOR_CONTROLS.indexOf(control);
const LEVEL = indexOf("levelDb");
const DIM = indexOf("dimDb");
const MONO = indexOf("mono");
const MUTE = indexOf("mute");
const SWAP = indexOf("swap");
const SIDE = indexOf("side");
const HALF = 0.5;

/** What lies between the mix and the speakers: the choice of mix or cue, then sides, mono, swap and level. `@audioThread` */
export class MonitorStage {
  /** What is heard instead of the mix. */
  readonly cue = { left: new Float32Array(QUANTUM), right: new Float32Array(QUANTUM) };
  readonly #controls: Float32Array;
  readonly #seen = new Float32Array(MONITOR_CONTROLS.length).fill(Number.NaN);
  readonly #matrix = new GainMatrix();
  readonly #choice = new Ramp(0);

  constructor(controls: Float32Array) {
    this.#controls = controls;
  }

  /** Goes over to the cue, or back. */
  choose(cue: boolean): void {
    this.#choice.aim(cue ? 1 : 0, RAMP_FRAMES);
  }

  run(left: Float32Array, right: Float32Array): void {
    const choice = this.#choice;
    const { cue } = this;
    if (choice.left > 0) {
      for (let i = 0; i < QUANTUM; i++) {
        const c = choice.next();
        left[i] = (left[i] ?? 0) * (1 - c) + (cue.left[i] ?? 0) * c;
        right[i] = (right[i] ?? 0) * (1 - c) + (cue.right[i] ?? 0) * c;
      }
    } else if (choice.value === 1) {
      left.set(cue.left);
      right.set(cue.right);
    }
    this.#aim();
    this.#matrix.run(left, right);
  }

  #aim(): void {
    const controls = this.#controls;
    const seen = this.#seen;
    let same = true;
    for (let i = 0; i < MONITOR_CONTROLS.length; i++) {
      const value = controls[i] || 0;
      if (value === seen[i]) continue;
      seen[i] = value;
      same = false;
    }
    if (same) return;
    const gain = (seen[MUTE] ?? 0) >= HALF ? 0 : faderGain(seen[LEVEL] ?? 0) * faderGain(seen[DIM] ?? 0);
    const side = seen[SIDE] ?? 0;
    const { wanted } = this.#matrix;
    if (side <= -HALF || side >= HALF) {
      wanted[Gain.leftLeft] = side < 0 ? gain : 0;
      wanted[Gain.leftRight] = side < 0 ? gain : 0;
      wanted[Gain.rightLeft] = side < 0 ? 0 : gain;
      wanted[Gain.rightRight] = side < 0 ? 0 : gain;
    } else if ((seen[MONO] ?? 0) >= HALF) {
      wanted.fill(gain * HALF);
    } else {
      const crossed = (seen[SWAP] ?? 0) >= HALF;
      wanted[Gain.leftLeft] = crossed ? 0 : gain;
      wanted[Gain.rightRight] = crossed ? 0 : gain;
      wanted[Gain.leftRight] = crossed ? gain : 0;
      wanted[Gain.rightLeft] = crossed ? gain : 0;
    }
    this.#matrix.aim();
  }
}
