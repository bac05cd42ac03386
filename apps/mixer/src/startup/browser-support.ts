/** What the mixer cannot do without, by the name that browsers give it. */
const NEEDED: readonly (readonly [string, () => boolean])[] = [
  ["Web Audio (AudioContext)", () => typeof AudioContext === "function"],
  ["AudioWorklet", () => typeof AudioWorkletNode === "function"],
  ["module workers", () => typeof Worker === "function"],
];

/** One sentence when this browser cannot run the mixer at all. */
export function unsupportedReason(): string | undefined {
  if (!isSecureContext) {
    return "Browsers give pages the audio engine only over https or from localhost: open the mixer there.";
  }
  const missing = NEEDED.filter(([, isThere]) => !isThere()).map(([name]) => name);
  if (missing.length === 0) return undefined;
  return `This browser has no ${missing.join(" and no ")}, which the mixer needs: open it in a current Chrome, Edge, Firefox or Safari.`;
}

/** What is missing, in words, where the page has no SharedArrayBuffer. */
export function isolationWarning(): string | undefined {
  return crossOriginIsolated ? undefined : "This page is not cross-origin isolated, so plugins run inline, in the audio thread: one that hangs stops the sound.";
}

/** The two headers that isolate a page. */
export const ISOLATION_HEADERS = ["Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Embedder-Policy: require-corp"];
