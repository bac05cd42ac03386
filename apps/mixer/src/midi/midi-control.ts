import { fromTravel, toTravel } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { Gesture, stepNumber } from "@headroom/ui";
import type { Runtime } from "../app/runtime.js";
import { encoderSteps, isRelative } from "./encoder.js";
import { FineControllers } from "./fine-controller.js";
import { addMapping, type MidiMapping, midiMappings } from "./midi-mapping.js";
import { type ControlChange, PITCH_BEND } from "./midi-message.js";
import { midiLearning } from "./midi-learning.js";
import { controlOfPlace } from "./midi-target.js";
import { Pickup } from "./pickup.js";

/** A pause this long ends a movement: what was moved is one undo step. */
const PAUSE_MS = 500;
const MOST_7 = 127;
const MOST_14 = 16_383;

interface Moved {
  readonly handle: ParameterHandle;
  readonly gesture: Gesture;
  readonly pickup: Pickup;
}

/** Moves the session's controls as the controllers on MIDI devices are moved, and learns which moves which. */
export class MidiControl {
  readonly #runtime: Runtime;
  readonly #fine = new FineControllers();
  /** By mapping. */
  readonly #moved = new Map<string, Moved>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** A controller was moved. @param device - its name. */
  take(device: string, change: ControlChange): void {
    const pair = this.#fine.take(device, change);
    const learning = midiLearning.value;
    if (learning) {
      midiLearning.set(undefined);
      const encoding = change.controller === PITCH_BEND ? "absolute 14" : "absolute";
      addMapping({ ...learning, device, channel: change.channel, controller: change.controller, encoding });
      return;
    }
    for (const mapping of midiMappings.value) {
      if (mapping.device !== device || mapping.channel !== change.channel) continue;
      if (mapping.controller === change.controller) this.#apply(mapping, change.value, pair?.position);
      else if (mapping.encoding === "absolute 14" && pair?.controller === mapping.controller) this.#apply(mapping, change.value, pair.position);
    }
  }

  /** Ends all movements under way. */
  dispose(): void {
    for (const { gesture } of this.#moved.values()) gesture.end();
    this.#moved.clear();
  }

  #apply(mapping: MidiMapping, value: number, fine: number | undefined): void {
    const handle = controlOfPlace(this.#runtime, mapping);
    if (!handle) return;
    const { gesture, pickup } = this.#movedBy(mapping, handle);
    const { spec } = handle;
    const { encoding } = mapping;
    if (isRelative(encoding)) {
      const steps = encoderSteps(encoding, value);
      if (steps !== 0) gesture.set(stepNumber(spec, handle.number(), steps, "normal"));
    } else {
      const isBend = mapping.controller === PITCH_BEND;
      const position = isBend ? value / MOST_14 : encoding === "absolute 14" ? (fine ?? value / MOST_7) : value / MOST_7;
      if (pickup.take(position, toTravel(spec, handle.number()))) gesture.set(fromTravel(spec, position));
    }
    gesture.endAfter(PAUSE_MS);
  }

  #movedBy(mapping: MidiMapping, handle: ParameterHandle): Moved {
    const key = `${mapping.device} ${mapping.channel} ${mapping.controller}`;
    const known = this.#moved.get(key);
    if (known?.handle === handle) return known;
    known?.gesture.end();
    const moved = { handle, gesture: new Gesture(handle), pickup: new Pickup() };
    this.#moved.set(key, moved);
    return moved;
  }
}
