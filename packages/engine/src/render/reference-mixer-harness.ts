import { FADER_FLOOR_DB, MASTER_ID, type Session, type Strip } from "@headroom/session";
import type { Pcm } from "./clip-source.js";
import { KEY_GAIN } from "./mix-harness.js";

const SAMPLE_RATE = 48_000;
type Stereo = readonly [left: number, right: number];

/** Where the song is at a frame since play was pressed, and the playhead's own gain there. */
export type Song = (frame: number) => { readonly songFrame: number; readonly gain: number };

/**
 * A mixer written from the design's words alone, one frame at a time in float64, without latency, smoothing or
 * any of the engine's code: what the renderer is compared with.
 */
export class ReferenceMixer {
  readonly #session: Session;
  readonly #audio: ReadonlyMap<string, Pcm>;
  readonly #song: Song;
  readonly #known = new Map<string, Stereo>();
  readonly #strips: readonly Strip[];

  constructor(session: Session, audio: ReadonlyMap<string, Pcm>, song: Song = (songFrame) => ({ songFrame, gain: songFrame < 0 ? 0 : 1 })) {
    this.#session = session;
    this.#strips = Object.values(session.strips);
    this.#audio = audio;
    this.#song = song;
  }

  /** What the master plays, `frame` frames after play was pressed. */
  mix(frame: number): Stereo {
    return this.#output(this.#strip(MASTER_ID), frame);
  }

  /** What the cue plays: the soloed strips before or after their faders. */
  cue(frame: number): Stereo {
    const soloed = this.#strips.filter((strip) => this.#soloed(strip));
    return sum(soloed.map((strip) => (this.#session.solo.listen === "pre fader" ? this.#beforeFader(strip, frame) : this.#output(strip, frame))));
  }

  #strip(id: string): Strip {
    return this.#session.strips[id]!;
  }

  #output(strip: Strip, frame: number): Stereo {
    return this.#once(`out ${strip.id} ${frame}`, () => this.#keyed(strip, this.#faded(strip, frame), frame, true));
  }

  #faded(strip: Strip, frame: number): Stereo {
    if (this.#muted(strip) || !this.#passesSolo(strip.id)) return [0, 0];
    const [left, right] = this.#beforeFader(strip, frame);
    const middle = (left + right) / 2;
    const side = ((left - right) / 2) * strip.width;
    const gain = [strip.faderDb, ...this.#vcas(strip.id).map(({ faderDb }) => faderDb)].reduce((product, db) => product * amplitude(db), 1);
    return pan([(middle + side) * gain, (middle - side) * gain], strip, this.#law(strip));
  }

  #beforeFader(strip: Strip, frame: number): Stereo {
    return this.#once(`pre ${strip.id} ${frame}`, () => {
      let [left, right] = this.#input(strip, frame - Math.round(strip.delaySeconds * SAMPLE_RATE));
      left *= amplitude(strip.trimDb) * (strip.invert[0] ? -1 : 1);
      right *= amplitude(strip.trimDb) * (strip.invert[1] ? -1 : 1);
      return this.#keyed(strip, strip.swap ? [right, left] : [left, right], frame, false);
    });
  }

  #input(strip: Strip, frame: number): Stereo {
    const fed: Stereo[] = [strip.kind === "channel" ? this.#clips(strip, frame) : [0, 0]];
    for (const feeder of this.#strips) {
      if (feeder.output === strip.id && this.#isOpen(feeder.id, strip.id, false)) fed.push(this.#output(feeder, frame));
      for (const send of feeder.sends) {
        if (send.to !== strip.id || send.mute || this.#muted(feeder) || !this.#isOpen(feeder.id, strip.id, true)) continue;
        const [left, right] = send.preFader ? this.#beforeFader(feeder, frame) : this.#output(feeder, frame);
        const gain = amplitude(send.levelDb);
        fed.push(pan([left * gain, right * gain], { panMode: "balance", pan: send.pan, dualPan: [-1, 1] }, this.#law(feeder)));
      }
    }
    return sum(fed);
  }

  /** The inserts of these tests add what they hear as their sidechain. */
  #keyed(strip: Strip, input: Stereo, frame: number, afterFader: boolean): Stereo {
    const slots = afterFader ? strip.inserts.slice(strip.slotsBeforeFader) : strip.inserts.slice(0, strip.slotsBeforeFader);
    const keys = slots.flatMap((insert) => (insert?.sidechain === undefined ? [] : [this.#beforeFader(this.#strip(insert.sidechain), frame)]));
    return sum([input, ...keys.map(([l, r]): Stereo => [l * KEY_GAIN, r * KEY_GAIN])]);
  }

  #clips(strip: Strip, frame: number): Stereo {
    const { songFrame, gain } = this.#song(frame);
    if (gain === 0) return [0, 0];
    return sum(strip.clips.map((clip): Stereo => {
      const within = songFrame - Math.round(clip.startSeconds * SAMPLE_RATE);
      if (within < 0 || within >= Math.round(clip.lengthSeconds * SAMPLE_RATE)) return [0, 0];
      const at = Math.round(clip.offsetSeconds * SAMPLE_RATE) + within;
      const pcm = this.#audio.get(clip.audio);
      return [(pcm?.left[at] ?? 0) * amplitude(clip.gainDb) * gain, (pcm?.right[at] ?? 0) * amplitude(clip.gainDb) * gain];
    }));
  }

  #vcas(id: string): Session["vcas"][string][] {
    const all = Object.values(this.#session.vcas);
    const direct = all.filter(({ members }) => members.includes(id));
    return [...new Set([...direct, ...direct.flatMap((vca) => this.#vcas(vca.id))])];
  }

  #muted(strip: Strip): boolean {
    return strip.mute || this.#vcas(strip.id).some(({ mute }) => mute);
  }

  #soloed(strip: Strip): boolean {
    return strip.kind !== "master" && (strip.solo || this.#vcas(strip.id).some(({ solo }) => solo));
  }

  #law(strip: Strip): number {
    return strip.panLawDb ?? this.#session.panLawDb;
  }

  /** Whether a strip lies on a way through a soloed one. */
  #passesSolo(id: string): boolean {
    return !this.#solos() || id === MASTER_ID || this.#reachedFrom(id) || this.#leadsTo(id);
  }

  #isOpen(from: string, to: string, isSend: boolean): boolean {
    if (!this.#solos()) return true;
    return (this.#reachedFrom(from) && (!isSend || this.#session.solo.sends)) || this.#leadsTo(to);
  }

  #solos(): boolean {
    return this.#session.solo.listen === "in place" && this.#strips.some((strip) => this.#soloed(strip));
  }

  /** Whether it is soloed or safe, or fed by one that is. */
  #reachedFrom(id: string): boolean {
    const strip = this.#strip(id);
    return strip.soloSafe || this.#soloed(strip) || this.#strips.some((feeder) =>
      (feeder.output === id || (this.#session.solo.sends && feeder.sends.some(({ to }) => to === id))) && this.#reachedFrom(feeder.id));
  }

  /** Whether it is soloed, or feeds one that is where the mode keeps sources. */
  #leadsTo(id: string): boolean {
    const strip = this.#strip(id);
    const ways = [...(strip.output === null ? [] : [strip.output]), ...strip.sends.map(({ to }) => to)];
    return this.#soloed(strip) || (this.#session.solo.sources && ways.some((to) => this.#leadsTo(to)));
  }

  #once(key: string, work: () => Stereo): Stereo {
    const known = this.#known.get(key) ?? work();
    this.#known.set(key, known);
    return known;
  }
}

function sum(signals: readonly Stereo[]): Stereo {
  return signals.reduce<Stereo>(([a, b], [l, r]) => [a + l, b + r], [0, 0]);
}

function amplitude(db: number): number {
  return db <= FADER_FLOOR_DB ? 0 : 10 ** (db / 20);
}

function pan([left, right]: Stereo, { panMode, pan: place, dualPan }: Pick<Strip, "panMode" | "pan" | "dualPan">, law: number): Stereo {
  if (panMode === "balance") return [left * side(-place, law), right * side(place, law)];
  const [ofLeft, ofRight] = dualPan;
  return [left * side(-ofLeft, law) + right * side(-ofRight, law), left * side(ofLeft, law) + right * side(ofRight, law)];
}

/** Gain of the side that a place of 1 leaves untouched: by the law of 0 dB it falls as a sine on the other half alone. */
function side(place: number, law: number): number {
  if (place <= -1) return 0;
  return law === 0 ? (place >= 0 ? 1 : Math.sin(((1 + place) * Math.PI) / 2)) : Math.sin(((1 + place) * Math.PI) / 4) ** (law / -3);
}
