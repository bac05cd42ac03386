import type { Session, Strip } from "@headroom/session";
import { DELAY_RANGE_SECONDS } from "@headroom/session/limits";
import { chainFrames, chainsOf, type ChainOptions } from "./chains.js";
import type { StripLatency } from "./plan.js";
import { exists, waysOf, type Way } from "./routing.js";

export interface CompensationOptions extends ChainOptions {
  readonly sampleRate: number;
}

/** An insert that processes, with the frames from its strip's input to its own. */
export interface ReadyInsert {
  readonly id: string;
  readonly before: number;
  readonly sidechain: string | undefined;
}

/** The inserts of a strip that process, on both sides of the fader. */
export function readyInserts(strip: Strip, options: CompensationOptions): ReadyInsert[] {
  let chainAt = 0;
  return chainsOf(strip).flatMap((chain) => {
    let before = chainAt;
    chainAt += chainFrames(chain, options);
    return chain.inserts.flatMap((insert) => {
      const latency = insert ? options.ready.get(insert.id) : undefined;
      if (!insert || latency === undefined) return [];
      const entry = { id: insert.id, before, sidechain: insert.sidechain };
      before += latency;
      return [entry];
    });
  });
}

/** The sidechains that a strip's inserts hear. */
export function sidechainsOf(session: Session, strip: Strip, options: CompensationOptions): { readonly insert: string; readonly before: number; readonly source: string }[] {
  return readyInserts(strip, options).flatMap(({ id, before, sidechain }) =>
    sidechain !== undefined && exists(session, sidechain) ? [{ insert: id, before, source: sidechain }] : [],
  );
}

/** By how many frames a strip shall be later than the song says. */
export function offsetFrames({ delaySeconds }: Pick<Strip, "delaySeconds">, sampleRate: number): number {
  const seconds = Math.max(-DELAY_RANGE_SECONDS, Math.min(DELAY_RANGE_SECONDS, delaySeconds));
  return Math.round(seconds * sampleRate) || 0;
}

/** Latency where a way leaves its strip. */
export function latencyAt({ preFader, output }: StripLatency, { beforeFader }: Pick<Way, "beforeFader">): number {
  return beforeFader ? preFader : output;
}

/**
 * Latency at every strip: its input waits for the latest of its feeders, and of what its inserts hear. A strip that
 * shall be early waits that much longer, so that its own sound need not.
 */
export function compensate(session: Session, order: readonly Strip[], options: CompensationOptions): Record<string, StripLatency> {
  const latency: Record<string, StripLatency> = {};
  const fedBy = new Map<string, number>();
  for (const strip of order) {
    const early = -offsetFrames(strip, options.sampleRate);
    const fed = fedBy.get(strip.id) ?? (strip.kind === "channel" ? 0 : -Infinity);
    const keyed = sidechainsOf(session, strip, options).map(({ source, before }) => (latency[source]?.preFader ?? 0) - before);
    const input = Math.max(0, fed + early, ...keyed);
    const [before, after] = chainsOf(strip);
    const preFader = input + chainFrames(before, options);
    const output = preFader + chainFrames(after, options);
    latency[strip.id] = { input, preFader, output };
    for (const way of waysOf(session, strip)) {
      fedBy.set(way.to, Math.max(fedBy.get(way.to) ?? 0, latencyAt({ input, preFader, output }, way)));
    }
  }
  return latency;
}
