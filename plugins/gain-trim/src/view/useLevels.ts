import type { ReadoutHandle } from "@headroom/sdk/view";
import type { MeterLevels } from "@headroom/ui";
import { useEffect, useState } from "react";

/** The readouts of one end of the plugin, left and right in dBFS. */
export interface LevelReadouts {
  readonly peak: ReadoutHandle;
  readonly held: ReadoutHandle;
  readonly rms: ReadoutHandle;
}

/** Levels that are read anew each frame, with the highest peak since they were reset. */
export class Levels implements MeterLevels {
  peak: Float32Array;
  rms: Float32Array;
  /** dBFS. */
  mostDb = -Infinity;

  constructor(private readonly readouts: LevelReadouts) {
    this.peak = readouts.peak.read();
    this.rms = readouts.rms.read();
  }

  get clipped(): boolean {
    return this.mostDb > 0;
  }

  readonly read = (): this => {
    this.peak = this.readouts.peak.read();
    this.rms = this.readouts.rms.read();
    // Held for longer than any frame takes, so that none is missed.
    for (const heldDb of this.readouts.held.read()) if (heldDb > this.mostDb) this.mostDb = heldDb;
    return this;
  };

  /** RMS of the louder side, dBFS. */
  readonly rmsDb = (): number => Math.max(...this.readouts.rms.read());

  readonly reset = (): void => {
    this.mostDb = -Infinity;
  };
}

export function useLevels(readouts: LevelReadouts): Levels {
  const [levels] = useState(() => new Levels(readouts));
  const { peak, held, rms } = readouts;
  useEffect(() => {
    const undo = [peak, held, rms].map((readout) => readout.observe());
    return () => undo.forEach((each) => each());
  }, [peak, held, rms]);
  return levels;
}
