import type { BandNumber, BandParameter } from "../../params.js";
import type { EqValues } from "../../response.js";
import { BAND_PARAMETERS, bandsOf, isTouched } from "./band.js";
import type { Band, BandValues, EqHost } from "./band.js";

/** What changed: a band's number and which of its values, or 0 for what all bands share. */
export type ModelListener = (band: BandNumber | 0, name: BandParameter | undefined) => void;

/**
 * The equalizer's values mirrored in plain objects, so that drawing reads numbers and asks the host for nothing. Its
 * listeners hear of a change at once, and draw at the next frame. `@mainThread`
 */
export class EqModel {
  readonly host: EqHost;
  readonly bands: readonly Band[];
  /** All values that shape the response; the same object for ever. */
  readonly values: EqValues;
  readonly #bandValues: readonly BandValues[];
  readonly #listeners = new Set<ModelListener>();
  #inUse: readonly Band[] = [];

  constructor(host: EqHost) {
    this.host = host;
    this.bands = bandsOf(host);
    this.#bandValues = this.bands.map((band) => Object.fromEntries(BAND_PARAMETERS.map((name) => [name, band[name].get()])) as unknown as BandValues);
    this.values = { gainScale: host.params.gainScale.get(), quality: host.params.quality.get() } as EqValues;
    this.#readAll();
  }

  /** A band's values now; the same object for ever. */
  valuesOf(number: BandNumber): BandValues {
    // One for each of the bands that numbers are of.
    return this.#bandValues[number - 1] as BandValues;
  }

  band(number: BandNumber): Band {
    return this.bands[number - 1] as Band;
  }

  /** Bands that are on, or off and not as they came. The same list until one joins or leaves. */
  get inUse(): readonly Band[] {
    return this.#inUse;
  }

  /** Follows the host. @returns the undo. */
  attach(): () => void {
    this.#readAll();
    const { gainScale, quality } = this.host.params;
    const undo = this.bands.flatMap((band) =>
      BAND_PARAMETERS.map((name) =>
        band[name].subscribe(() => {
          this.#read(band, name);
          this.#reviewUse(band);
          this.#tell(band.number, name);
        }),
      ),
    );
    for (const handle of [gainScale, quality]) {
      undo.push(handle.subscribe(() => {
        this.#readShared();
        this.#tell(0, undefined);
      }));
    }
    return () => {
      for (const each of undo) each();
    };
  }

  /** Calls back at every change. @returns the undo. */
  readonly subscribe = (listener: ModelListener): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Calls back when a band joins or leaves {@link inUse}. @returns the undo. */
  readonly subscribeUse = (listener: () => void): (() => void) => {
    let seen = this.#inUse;
    return this.subscribe(() => {
      if (seen === this.#inUse) return;
      seen = this.#inUse;
      listener();
    });
  };

  #readAll(): void {
    for (const band of this.bands) for (const name of BAND_PARAMETERS) this.#read(band, name);
    this.#readShared();
    for (const band of this.bands) this.#reviewUse(band);
  }

  #readShared(): void {
    const { gainScale, quality } = this.host.params;
    Object.assign(this.values, { gainScale: gainScale.get(), quality: quality.get() });
  }

  #read(band: Band, name: BandParameter): void {
    const value = band[name].get();
    Object.assign(this.valuesOf(band.number), { [name]: value });
    Object.assign(this.values, { [`band${band.number}.${name}`]: value });
  }

  #reviewUse(band: Band): void {
    const values = this.valuesOf(band.number);
    const isUsed = values.enabled || isTouched(band, values);
    if (isUsed === this.#inUse.includes(band)) return;
    this.#inUse = isUsed ? [...this.#inUse, band].sort((a, b) => a.number - b.number) : this.#inUse.filter((other) => other !== band);
  }

  #tell(band: BandNumber | 0, name: BandParameter | undefined): void {
    for (const listener of [...this.#listeners]) listener(band, name);
  }
}
