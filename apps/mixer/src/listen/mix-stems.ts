import type { AudioData } from "@headroom/engine";

/** The mix's highest sample: room for what plugins add. */
const PEAK = 10 ** (-3 / 20);

/** Sums stems of one length and rate, as they are against each other, and turns the sum to a peak of −3 dBFS. */
export function mixStems() {
  let sampleRate = 0;
  let sum: Float32Array<ArrayBuffer>[] = [];
  return {
    add(audio: AudioData): void {
      ({ sampleRate } = audio);
      if (sum.length === 0) sum = audio.channels.map((channel) => new Float32Array(channel.length));
      sum.forEach((total, c) => audio.channels[c]?.forEach((sample, frame) => (total[frame] = (total[frame] ?? 0) + sample)));
    },
    finish(): AudioData {
      const peak = sum.reduce((highest, channel) => channel.reduce((level, sample) => Math.max(level, Math.abs(sample)), highest), 0);
      const gain = peak === 0 ? 0 : PEAK / peak;
      return { sampleRate, channels: sum.map((channel) => channel.map((sample) => sample * gain)) };
    },
  };
}
