/** Highest amplitude of all channels in dBFS; −∞ for silence, NaN where a sample is no number. `@anyThread` */
export function peakDbfs(channels: readonly Float32Array[]): number {
  let most = 0;
  for (const channel of channels) {
    for (const x of channel) {
      const amplitude = Math.abs(x);
      // A comparison with NaN is false, so that NaN is let in by this order.
      if (!(amplitude <= most)) most = amplitude;
    }
  }
  return 20 * Math.log10(most);
}

/**
 * Highest amplitude of the difference between two signals, in dBFS: −∞ where they are the same. Throws a RangeError where
 * they differ in channels or length. `@anyThread`
 * @param delayFrames - how much later `output` is than `reference`; what it has no counterpart for is left out.
 */
export function residualDbfs(output: readonly Float32Array[], reference: readonly Float32Array[], delayFrames = 0): number {
  if (output.length !== reference.length) throw new RangeError(`There are ${output.length} channels and ${reference.length}; compare signals of the same.`);
  return peakDbfs(
    output.map((channel, c) => {
      const other = reference[c] ?? new Float32Array(0);
      if (channel.length !== other.length) throw new RangeError(`Channel ${c} has ${channel.length} frames and ${other.length}; compare signals of the same length.`);
      return channel.slice(delayFrames).map((x, n) => x - (other[n] ?? 0));
    }),
  );
}
