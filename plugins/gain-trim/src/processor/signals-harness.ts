/** Uniform noise in −1…1, the same for the same seed. */
export function noise(frames: number, seed: number): Float32Array {
  const out = new Float32Array(frames);
  const next = random(seed);
  for (let i = 0; i < frames; i++) out[i] = 2 * next() - 1;
  return out;
}

/** A sine. @param amplitude - linear. */
export function sine(frames: number, sampleRate: number, hz: number, amplitude: number): Float32Array {
  return Float32Array.from({ length: frames }, (_, n) => amplitude * Math.sin((2 * Math.PI * hz * n) / sampleRate));
}

/** Phrases of noise cut into syllables, with pauses of 0.4 to 1.5 s between them, and what belongs to a phrase. */
export function speech(seconds: number, sampleRate: number, seed: number): { readonly signal: Float32Array; readonly sounds: Uint8Array } {
  const frames = Math.round(seconds * sampleRate);
  const signal = noise(frames, seed);
  const sounds = new Uint8Array(frames);
  const gains = new Float32Array(frames);
  const next = random(seed + 1);
  const between = (low: number, high: number) => Math.round((low + (high - low) * next()) * sampleRate);
  let at = between(0.1, 0.5);
  while (at < frames) {
    const phraseEnd = at + between(0.8, 2.2);
    const phraseStart = at;
    let end = at;
    while (at < phraseEnd) {
      end = at + between(0.08, 0.25);
      const level = 0.2 + 0.4 * next();
      for (let i = at; i < end; i++) gains[i] = level * Math.sin((Math.PI * (i - at)) / (end - at));
      at = end + between(0.02, 0.12);
    }
    sounds.fill(1, phraseStart, end);
    at = end + between(0.4, 1.5);
  }
  return { signal: signal.map((x, i) => x * gains[i]!), sounds };
}

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
