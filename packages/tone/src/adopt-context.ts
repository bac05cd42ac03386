import type * as Tone from "tone";

/** The parts of Tone that {@link adoptContext} uses: `import * as Tone from "tone"`, loaded when it suits. */
export type ToneContexts = Pick<typeof Tone, "Context" | "setContext">;

/**
 * Makes Tone use a native AudioContext, such as the engine's. Call it before any Tone node is made: Tone's own
 * context is a wrapper whose nodes a native worklet node refuses. `@mainThread`
 */
export function adoptContext(tone: ToneContexts, context: AudioContext): Tone.Context {
  const adopted = new tone.Context(context);
  tone.setContext(adopted);
  return adopted;
}
