import type { ReadersOf } from "@headroom/sdk";
import type { BandNumber, EqParams } from "../params.js";

export type EqReaders = ReadersOf<EqParams>;

/** The readers of one band's parameters. */
export interface BandReaders {
  readonly enabled: EqReaders["band1.enabled"];
  readonly type: EqReaders["band1.type"];
  readonly slope: EqReaders["band1.slope"];
  readonly channel: EqReaders["band1.channel"];
  readonly frequency: EqReaders["band1.frequency"];
  readonly gain: EqReaders["band1.gain"];
  readonly q: EqReaders["band1.q"];
  readonly dynamic: EqReaders["band1.dynamic"];
  readonly threshold: EqReaders["band1.dynamicThreshold"];
  readonly ratio: EqReaders["band1.dynamicRatio"];
  readonly attack: EqReaders["band1.dynamicAttack"];
  readonly release: EqReaders["band1.dynamicRelease"];
}

/** The readers of a band, the same objects for as long as the instance lives. */
export function bandReaders(params: EqReaders, band: BandNumber): BandReaders {
  return {
    enabled: params[`band${band}.enabled`],
    type: params[`band${band}.type`],
    slope: params[`band${band}.slope`],
    channel: params[`band${band}.channel`],
    frequency: params[`band${band}.frequency`],
    gain: params[`band${band}.gain`],
    q: params[`band${band}.q`],
    dynamic: params[`band${band}.dynamic`],
    threshold: params[`band${band}.dynamicThreshold`],
    ratio: params[`band${band}.dynamicRatio`],
    attack: params[`band${band}.dynamicAttack`],
    release: params[`band${band}.dynamicRelease`],
  };
}
