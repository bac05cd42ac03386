import type { MixerEngine } from "@headroom/engine";
import type { SessionDocument } from "@headroom/session";
import type { CapturedWorker } from "./captured-worker.js";

/** What a fault may lay hands on. */
export interface Hands {
  readonly engine: MixerEngine;
  readonly context: AudioContext;
  readonly document: SessionDocument;
  readonly stripId: string;
  /** The insert that goes wrong. */
  readonly insertId: string;
  /** The worker in which it runs. */
  readonly worker: () => CapturedWorker;
  /** Tells the faulty plugin its fault. @param on - `false`: it does nothing wrong any more. */
  readonly tellPlugin: (on?: boolean) => void;
  /** Says something in the log that is not the engine's to say. */
  readonly say: (sentence: string) => void;
}
