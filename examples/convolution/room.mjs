/** What the committed `room.wav` holds: a room's answer to a click, in stereo, made rather than recorded. */
const SAMPLE_RATE = 24_000;
const SECONDS = 0.4;
const REVERBERATION_SECONDS = 0.35;
/** Reflections that are heard one by one: milliseconds and amplitude, left and right. */
const EARLY = [
  [[7.1, 0.5], [8.3, 0.45]],
  [[13.7, -0.36], [11.9, 0.4]],
  [[19.3, 0.3], [21.1, -0.28]],
  [[27.9, 0.24], [25.3, 0.26]],
];

/** @returns {Buffer} A WAV file of 16 bits. */
export function roomWav() {
  const frames = SAMPLE_RATE * SECONDS;
  const sides = [0, 1].map((side) => answerOf(side, frames));
  const data = Buffer.alloc(frames * 4);
  for (let i = 0; i < frames; i++) sides.forEach((channel, c) => data.writeInt16LE(Math.round(32_767 * Math.max(-1, Math.min(1, channel[i] ?? 0))), 4 * i + 2 * c));
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(2, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 4, 28);
  header.writeUInt16LE(4, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/**
 * Early reflections, then noise that falls by 60 dB in the reverberation time.
 * @param {number} side - 0 left, 1 right.
 * @param {number} frames
 */
function answerOf(side, frames) {
  const answer = new Float64Array(frames);
  // Marsaglia's xorshift32.
  let state = 0x9e3779b9 + side;
  for (let i = 0; i < frames; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const seconds = i / SAMPLE_RATE;
    answer[i] = (0.12 * Math.min(1, seconds / 0.03) * 10 ** ((-3 * seconds) / REVERBERATION_SECONDS) * state) / 2 ** 31;
  }
  for (const reflection of EARLY) {
    const [ms = 0, amplitude = 0] = reflection[side] ?? [];
    const frame = Math.round((ms / 1000) * SAMPLE_RATE);
    answer[frame] = (answer[frame] ?? 0) + amplitude;
  }
  return answer;
}
