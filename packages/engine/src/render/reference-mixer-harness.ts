import { FADER_FLOOR_DB, MASTER_ID, type Session, type Strip } from "@headroom/session";
import type { Pcm } from "./clip-source.js";
import { KEY_GAIN } from "./mix-harness.js";

const SAMPLE_RATE = 48_000;

/**
 * A mixer written from the design's words alone, one frame at a time in float64, without latency, smoothing or
 * any of the engine's code: what the renderer is compared with.
 */
export function mixFrame(session: Session, audio: ReadonlyMap<string, Pcm>, songFrame: number): [left: number, right: number] {
  const heard = audible(session);
  return output(session, audio, session.strips[MASTER_ID]!, songFrame, heard);
}

function output(session: Session, audio: ReadonlyMap<string, Pcm>, strip: Strip, songFrame: number, heard: ReadonlySet<string>): [number, number] {
  if (!heard.has(strip.id)) return [0, 0];
  const [left, right] = beforeFader(session, audio, strip, songFrame, heard);
  const middle = (left + right) / 2;
  const side = ((left - right) / 2) * strip.width;
  const gain = amplitude(strip.faderDb);
  return [(middle + side) * gain * balance(-strip.pan), (middle - side) * gain * balance(strip.pan)];
}

function beforeFader(session: Session, audio: ReadonlyMap<string, Pcm>, strip: Strip, songFrame: number, heard: ReadonlySet<string>): [number, number] {
  let [left, right] = strip.kind === "channel" ? clips(strip, audio, songFrame) : [0, 0];
  for (const feeder of Object.values(session.strips)) {
    if (feeder.output !== strip.id) continue;
    const [l, r] = output(session, audio, feeder, songFrame, heard);
    left += l;
    right += r;
  }
  left *= amplitude(strip.trimDb) * (strip.invert[0] ? -1 : 1);
  right *= amplitude(strip.trimDb) * (strip.invert[1] ? -1 : 1);
  if (strip.swap) [left, right] = [right, left];
  for (const insert of strip.inserts) {
    const source = insert?.sidechain === undefined ? undefined : session.strips[insert.sidechain];
    if (!source) continue;
    const [l, r] = beforeFader(session, audio, source, songFrame, heard);
    left += l * KEY_GAIN;
    right += r * KEY_GAIN;
  }
  return [left, right];
}

function clips(strip: Strip, audio: ReadonlyMap<string, Pcm>, songFrame: number): [number, number] {
  let [left, right] = [0, 0];
  for (const clip of strip.clips) {
    const within = songFrame - Math.round(clip.startSeconds * SAMPLE_RATE);
    if (within < 0 || within >= Math.round(clip.lengthSeconds * SAMPLE_RATE)) continue;
    const at = Math.round(clip.offsetSeconds * SAMPLE_RATE) + within;
    const pcm = audio.get(clip.audio);
    left += (pcm?.left[at] ?? 0) * amplitude(clip.gainDb);
    right += (pcm?.right[at] ?? 0) * amplitude(clip.gainDb);
  }
  return [left, right];
}

function amplitude(db: number): number {
  return db <= FADER_FLOOR_DB ? 0 : 10 ** (db / 20);
}

/** Gain of the side that a pan of 1 leaves untouched. */
function balance(pan: number): number {
  return pan >= 0 ? 1 : Math.sin(((1 + pan) * Math.PI) / 2);
}

/** By solo in place: whoever is on a way through a soloed strip; a mute wins. */
function audible(session: Session): Set<string> {
  const strips = Object.values(session.strips);
  const below = (id: string): string[] => [id, ...(session.strips[id]?.output ? below(session.strips[id].output) : [])];
  const solos = strips.filter(({ solo, kind }) => solo && kind !== "master").map(({ id }) => id);
  const on = (id: string) => id === MASTER_ID || solos.length === 0 || solos.some((solo) => below(id).includes(solo) || below(solo).includes(id));
  return new Set(strips.filter(({ id, mute }) => !mute && on(id)).map(({ id }) => id));
}
