import type { Hands } from "./hands.js";

/** What a fault goes wrong in: the list's groups, in its order. */
export const FAULT_GROUPS = ["The plugin's worker", "The plugin's calls", "The plugin's sound", "Loading", "Shared memory", "The browser and the machine"] as const;
export type FaultGroup = (typeof FAULT_GROUPS)[number];

/** One thing that can go wrong while a mix plays. */
export interface Fault {
  /** For addresses and tests. */
  readonly id: string;
  readonly group: FaultGroup;
  readonly name: string;
  /** What is done, in a sentence. */
  readonly what: string;
  /** Statements of the faulty plugin, see `faultBundle`; without them it does nothing wrong by itself. */
  readonly code?: FaultCode;
  /** Does it, a second into the song. Resolves when all is as before, as far as that is not the engine's to see to. */
  readonly inject: (hands: Hands) => Promise<void> | void;
  /** What the log must say; left out where nothing happens that anybody would notice. */
  readonly says?: RegExp;
  /** Whether what is heard of the faulty channel is the plugin's own sound, as far as the engine can know. */
  readonly isOwnSound?: true;
}

/** Where in the plugin a fault's statements stand. They see `output`, `frames`, `spin(share)` and `stateChanged()`. */
export interface FaultCode {
  /** While it is made, where it is made with the fault. */
  readonly create?: string;
  /** At the end of `process`, where the fault was told to a plugin that was made without it. */
  readonly process?: string;
  readonly save?: string;
  /** With `data`, which `save` gave while the fault was on. */
  readonly restore?: string;
}
