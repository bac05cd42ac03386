import type { StripAnalysis } from "../analysis.js";
import type { Role } from "./level-types.js";

/** Words of names, the more telling first: "bass drum" is a kick. */
const WORDS: readonly (readonly [RegExp, Role])[] = [
  [/\b(kick|kik|kck|bd|bass ?drum|808 ?kick)\b/, "kick"],
  [/\b(snare|snr|sd|rim ?shot)s?\b/, "snare"],
  [/\b(clap|snap)s?\b/, "clap"],
  [/\b(hats?|hi-?hats?|hh|cymbals?|ride|crash|overheads?|oh)\b/, "hats"],
  [/\b(perc(ussion)?|shakers?|congas?|bongos?|toms?|tambourine|drums?|loop)\b/, "percussion"],
  [/\b(vox|vocals?|voice|voc|singer|choir|bvs?|rap|lead vocal)\b/, "vocal"],
  [/\b(bass|sub|808)\b/, "bass"],
  [/\b(pads?|strings?|atmos?(phere)?|drone)\b/, "pad"],
  [/\b(lead|solo|arp(eggio)?|melody|hook)\b/, "lead"],
  [/\b(chords?|keys?|piano|organ|guitars?|gtr|stabs?|synth|rhodes)\b/, "chords"],
  [/\b(fx|effects?|risers?|sweep|reverb|delay|noise)\b/, "effects"],
];

/** A sound has its weight low where more of its power than this lies below 125 Hz, high where it lies above 4 kHz. */
const MOST_OF_IT = 0.6;
const LOW_HZ = 125;
const HIGH_HZ = 4000;
/** Hits sound for less of the song than this. */
const HITS_SHARE = 0.6;

/** The role that a name tells, if it tells one. */
export function roleOfName(name: string): Role | undefined {
  const words = name.toLowerCase().replaceAll(/[_.\d]+/g, " ");
  return WORDS.find(([pattern]) => pattern.test(words))?.[1];
}

/**
 * What a channel does in a song: by its name, else by where its power lies and whether it comes in hits. A guess: let people
 * correct it.
 */
export function guessRole(name: string, { octaves, soundSeconds, power }: StripAnalysis, octavesHz: readonly number[], stepSeconds: number): Role {
  const named = roleOfName(name);
  if (named) return named;
  const total = octaves.reduce((sum, x) => sum + x, 0);
  if (total === 0) return "other";
  const share = (wanted: (hz: number) => boolean) => octaves.reduce((sum, x, i) => (wanted(octavesHz[i] ?? 0) ? sum + x : sum), 0) / total;
  const hits = soundSeconds < HITS_SHARE * power.length * stepSeconds;
  if (share((hz) => hz <= LOW_HZ) > MOST_OF_IT) return hits ? "kick" : "bass";
  if (share((hz) => hz >= HIGH_HZ) > MOST_OF_IT) return "hats";
  return hits ? "percussion" : "other";
}
