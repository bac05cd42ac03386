import type { MixerEngine } from "@headroom/engine";
import type { OutputNode } from "tone";

/**
 * Makes a Tone node (an instrument, a player, an effect) the source of a channel, beside its clips. Tone and the
 * engine must share one AudioContext ({@link adoptContext}). `@mainThread`
 * @returns the undo.
 */
export function connectTone(engine: Pick<MixerEngine, "connectSource">, stripId: string, node: OutputNode): () => void {
  return engine.connectSource(stripId, nativeOutput(node));
}

/** The native node behind the wrappers, which may lie in one another. */
function nativeOutput(node: OutputNode): AudioNode {
  let at: OutputNode | undefined = node;
  while (at && !(at instanceof AudioNode)) at = at.output;
  if (!at) throw new Error("This Tone node has no output to take sound from; connect an instrument, a source or an effect.");
  return at;
}
