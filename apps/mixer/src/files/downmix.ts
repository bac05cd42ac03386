const MINUS_3_DB = Math.SQRT1_2;

/**
 * Left and right of a decoded file. Mono and stereo are left alone; quad and 5.1 are mixed down by the
 * matrices of the Web Audio specification ("speakers" interpretation, section "Up-mixing and down-mixing").
 * @param channels - planar, in the order of the Web Audio specification.
 * @returns one or two channels, or `undefined` for layouts that have no agreed order.
 */
export function toStereo(channels: readonly Float32Array[]): readonly Float32Array[] | undefined {
  switch (channels.length) {
    case 1:
    case 2:
      return channels;
    case 4: {
      const [left, right, surroundLeft, surroundRight] = channels as FourChannels;
      return [mix([[left, 0.5], [surroundLeft, 0.5]]), mix([[right, 0.5], [surroundRight, 0.5]])];
    }
    case 6: {
      const [left, right, centre, , surroundLeft, surroundRight] = channels as SixChannels;
      return [
        mix([[left, 1], [centre, MINUS_3_DB], [surroundLeft, MINUS_3_DB]]),
        mix([[right, 1], [centre, MINUS_3_DB], [surroundRight, MINUS_3_DB]]),
      ];
    }
    default:
      return undefined;
  }
}

type Channel = Float32Array;
type FourChannels = [Channel, Channel, Channel, Channel];
type SixChannels = [Channel, Channel, Channel, Channel, Channel, Channel];

function mix(parts: readonly (readonly [Channel, number])[]): Channel {
  const sum = new Float32Array(parts[0]?.[0].length ?? 0);
  for (const [channel, gain] of parts) {
    for (let frame = 0; frame < sum.length; frame++) sum[frame] = (sum[frame] ?? 0) + gain * (channel[frame] ?? 0);
  }
  return sum;
}
