import type {} from "vitest";
import { audioMatchers, type AudioMatchers } from "./audio-matchers.js";

export type { Audio, AudioMatchers, Verdict } from "./audio-matchers.js";

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-empty-object-type -- as vitest states it: both statements must be the same
  interface Matchers<T = any> extends AudioMatchers<T> {}
}

/** Gives `expect` the matchers for audio, with their types. Call it once, in a test file or a set-up file of vitest. `@anyThread` */
export function addAudioMatchers(expect: { extend: (matchers: typeof audioMatchers) => void }): void {
  expect.extend(audioMatchers);
}
