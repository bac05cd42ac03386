/**
 * A signal as an instance of `channels` channels gets it: as it is where the counts are equal; mono copied to each
 * channel; the mean of all channels for a mono instance.
 * @throws RangeError for other combinations, which a host does not make.
 */
export function adaptChannels(input: readonly Float32Array[], channels: number): readonly Float32Array[] {
  const [first] = input;
  if (first === undefined || input.length === channels) return input;
  if (!Number.isInteger(channels) || channels < 1) throw new RangeError(`An instance of ${channels} channels cannot be made; use 1 or 2.`);
  if (input.length === 1) return Array.from({ length: channels }, () => first);
  if (channels === 1) return [first.map((_, i) => input.reduce((sum, channel) => sum + (channel[i] ?? 0), 0) / input.length)];
  throw new RangeError(`An input of ${input.length} channels does not fit an instance of ${channels}; give it 1 or ${channels}.`);
}
