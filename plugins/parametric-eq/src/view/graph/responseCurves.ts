import { createCurvePoints } from "@headroom/ui";
import { canBeDynamic } from "../../band-types.js";
import { BAND_COUNT, EQ_BANDS, EQ_CHANNELS, type BandChannel, type BandNumber } from "../../params.js";
import { eqBandResponseDb, eqResponseDb } from "../../response.js";
import type { EqModel } from "../bands/eqModel.js";
import { GRAPH_SPAN } from "./graphScale.js";

/** Of dynamics, dB: what moves less does not show. */
const LEAST_MOVE_DB = 0.03;

interface Curve {
  readonly setDb: Float64Array;
  readonly liveDb: Float64Array;
  isSetOld: boolean;
  /** dB of dynamics that `liveDb` is for. */
  liveFor: number;
}

interface Sum {
  readonly db: Float64Array;
  isOld: boolean;
}

/**
 * The curves of the graph, kept from frame to frame: a band is computed again when it was changed, with its dynamics
 * when these moved. Where the bands are filters in series, sums are made of their own curves; else of all at once.
 */
export class ResponseCurves {
  readonly #model: EqModel;
  readonly #sampleRate: number;
  readonly #dynamicsDb = new Float32Array(BAND_COUNT);
  #points = createCurvePoints(0, GRAPH_SPAN);
  #curves: readonly Curve[] = [];
  #setSums = new Map<BandChannel, Sum>();
  #liveSums = new Map<BandChannel, Sum>();

  /** @param sampleRate - Hz. */
  constructor(model: EqModel, sampleRate: number) {
    this.#model = model;
    this.#sampleRate = sampleRate;
  }

  /** Says that a band was changed, or with 0 what all bands share. */
  expire(band: BandNumber | 0): void {
    this.#curves.forEach((curve, n) => (curve.isSetOld ||= band === 0 || band === n + 1));
    expireSums(this.#setSums);
    expireSums(this.#liveSums);
  }

  /** Makes points for a drawing of this width in CSS pixels. */
  resize(width: number): void {
    if (this.#points.width === width) return;
    this.#points = createCurvePoints(width, GRAPH_SPAN, 1);
    const memory = () => new Float64Array(this.#points.frequenciesHz.length);
    this.#curves = EQ_BANDS.map(() => ({ setDb: memory(), liveDb: memory(), isSetOld: true, liveFor: Number.NaN }));
    const sums = () => new Map(EQ_CHANNELS.map((channel) => [channel, { db: memory(), isOld: true }]));
    this.#setSums = sums();
    this.#liveSums = sums();
  }

  /**
   * Takes what dynamics add to each band now.
   * @param dynamicsDb - the readout; what is not finite counts as nothing.
   * @returns whether it shows.
   */
  follow(dynamicsDb: ArrayLike<number>): boolean {
    let moved = false;
    for (const band of EQ_BANDS) {
      const { enabled, dynamic, type } = this.#model.valuesOf(band);
      const now = dynamicsDb[band - 1] ?? 0;
      const db = enabled && dynamic && canBeDynamic(type) && Number.isFinite(now) ? now : 0;
      if (Math.abs(db - (this.#dynamicsDb[band - 1] ?? 0)) < LEAST_MOVE_DB && (db !== 0 || this.#dynamicsDb[band - 1] === 0)) continue;
      this.#dynamicsDb[band - 1] = db;
      moved = true;
    }
    if (moved) expireSums(this.#liveSums);
    return moved;
  }

  /** What dynamics add to a band as it is drawn, dB. */
  dynamicsDb(band: BandNumber): number {
    return this.#dynamicsDb[band - 1] ?? 0;
  }

  /** Whether dynamics change any curve now. */
  get isMoving(): boolean {
    return this.#dynamicsDb.some((db) => db !== 0);
  }

  /** Signals other than stereo that have bands of their own which are on. */
  get channels(): readonly BandChannel[] {
    return EQ_CHANNELS.filter((channel) => channel !== "stereo" && EQ_BANDS.some((band) => {
      const values = this.#model.valuesOf(band);
      return values.enabled && values.channel === channel;
    }));
  }

  /** One band's own curve as it is set, on or off, dB at each point. */
  band(band: BandNumber): Float64Array {
    const curve = this.#curve(band);
    if (curve.isSetOld) {
      curve.isSetOld = false;
      curve.liveFor = Number.NaN;
      eqBandResponseDb(this.#model.values, band, this.#sampleRate, this.#points.frequenciesHz, curve.setDb);
    }
    return curve.setDb;
  }

  /** One band's own curve with its dynamics. */
  liveBand(band: BandNumber): Float64Array {
    const set = this.band(band);
    const dynamicsDb = this.dynamicsDb(band);
    if (dynamicsDb === 0) return set;
    const curve = this.#curve(band);
    if (curve.liveFor !== dynamicsDb) {
      curve.liveFor = dynamicsDb;
      const options = { dynamicsDb: this.#dynamicsDb };
      eqBandResponseDb(this.#model.values, band, this.#sampleRate, this.#points.frequenciesHz, curve.liveDb, options);
    }
    return curve.liveDb;
  }

  /** The way of a signal through all bands that are on, as they are set or with their dynamics, dB at each point. */
  sum(channel: BandChannel, isLive: boolean): Float64Array {
    const sum = (isLive && this.isMoving ? this.#liveSums : this.#setSums).get(channel);
    if (!sum) throw new Error("Curves have points once they were given a width.");
    if (!sum.isOld) return sum.db;
    sum.isOld = false;
    const { values } = this.#model;
    if (values.quality === "standard") this.#addBands(sum.db, channel, isLive);
    else {
      const dynamics = isLive ? { dynamicsDb: this.#dynamicsDb } : {};
      eqResponseDb(values, this.#sampleRate, this.#points.frequenciesHz, sum.db, { channel, ...dynamics });
    }
    return sum.db;
  }

  #addBands(sum: Float64Array, channel: BandChannel, isLive: boolean): void {
    sum.fill(0);
    for (const band of EQ_BANDS) {
      const values = this.#model.valuesOf(band);
      if (!values.enabled || (values.channel !== "stereo" && values.channel !== channel)) continue;
      const curve = isLive ? this.liveBand(band) : this.band(band);
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (curve[i] ?? 0);
    }
  }

  get frequenciesHz(): Float64Array {
    return this.#points.frequenciesHz;
  }

  #curve(band: BandNumber): Curve {
    const curve = this.#curves[band - 1];
    if (!curve) throw new Error("Curves have points once they were given a width.");
    return curve;
  }
}

function expireSums(sums: ReadonlyMap<BandChannel, Sum>): void {
  for (const sum of sums.values()) sum.isOld = true;
}
