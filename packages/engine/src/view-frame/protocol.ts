import type { ParameterSpecs, ReadoutSpecs } from "@headroom/sdk";
import type { Theme } from "@headroom/sdk/view";

/** What a view starts with. Plain data. */
export interface FrameSetup {
  /** The view's bundle: one self-contained ES module, whose default export is the view. */
  readonly bundle: string;
  readonly params: ParameterSpecs;
  readonly readouts: ReadoutSpecs;
  /** The number of each parameter now. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Hz. */
  readonly sampleRate: number;
  readonly theme: Theme;
}

/** CSS pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** A key that was pressed in a view and that the view itself did not use. */
export interface FrameKey {
  readonly key: string;
  readonly code: string;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
}

/** All that a view's frame may ask of its host, through comlink over one MessagePort. Nothing else is passed on. */
export interface FrameRequests {
  begin(parameter: string): void;
  set(parameter: string, number: number): void;
  end(parameter: string): void;
  /** Sends a readout's numbers from now on, once a frame of the screen. */
  watch(readout: string): void;
  /** Whether somebody looks at a readout: its processor computes a series only then. */
  observe(readout: string, observed: boolean): void;
  resize(width: number, height: number): void;
  key(key: FrameKey): void;
}

/** All that a host tells a view's frame. */
export interface FrameUpdates {
  /** Imports the view and mounts it. @returns the size that it asks for. Rejects when it does not run. */
  start(setup: FrameSetup): FrameSize;
  parameters(numbers: Readonly<Record<string, number>>): void;
  readouts(numbers: Readonly<Record<string, Float32Array>>): void;
  theme(theme: Theme): void;
}

/** The one message to the frame's window: it carries the port. */
export const CONNECT = "headroom view";

/** Whether a view passes a key on: the mixer's keys that are wanted while a plugin is being worked on. */
export function isPassedOn({ key, code, alt, ctrl, meta, shift }: FrameKey): boolean {
  const command = ctrl || meta;
  if (!alt && !command) return key === "Escape" || key === " ";
  if (alt) return code === "KeyA" && !command && !shift;
  return ["z", "y"].includes(key.toLowerCase());
}
