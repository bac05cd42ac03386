/** A bar's chord, in MIDI pitches. */
export interface Chord {
  readonly name: string;
  /** The note the bass leans on, in the octave of a bass. */
  readonly root: number;
  /** Four voices from low to high, led so that each moves little from bar to bar. */
  readonly voicing: readonly [number, number, number, number];
  /** Chord tones for the arpeggio, rising. */
  readonly arpeggio: readonly [number, number, number, number, number];
}

const Am9: Chord = { name: "Am9", root: 33, voicing: [57, 60, 64, 71], arpeggio: [69, 71, 72, 76, 79] };
const Am7: Chord = { name: "Am7", root: 33, voicing: [57, 60, 64, 67], arpeggio: [69, 72, 76, 79, 84] };
const Fmaj9: Chord = { name: "Fmaj9", root: 29, voicing: [57, 60, 64, 67], arpeggio: [65, 69, 72, 76, 79] };
const C: Chord = { name: "Cadd9", root: 36, voicing: [55, 60, 62, 67], arpeggio: [67, 72, 74, 76, 79] };
const G6: Chord = { name: "G6", root: 31, voicing: [55, 59, 62, 64], arpeggio: [67, 71, 74, 76, 79] };
const Em7: Chord = { name: "Em7", root: 28, voicing: [55, 59, 62, 64], arpeggio: [64, 67, 71, 74, 79] };
const Dm9: Chord = { name: "Dm9", root: 38, voicing: [57, 60, 64, 65], arpeggio: [65, 69, 72, 74, 76] };
const E7: Chord = { name: "E7", root: 28, voicing: [56, 59, 62, 64], arpeggio: [64, 68, 71, 74, 76] };

/** The chord of each bar. The break's E7 falls to Am9 in bar 10, and the last G6 lifts the loop back to bar 0. */
export const CHORDS: readonly Chord[] = [
  Am9, Fmaj9, C, G6,
  Fmaj9, G6, Am7, Em7,
  Dm9, E7,
  Am9, Fmaj9, C, G6, Fmaj9, G6,
];

/** The chord of a bar counted from 0. */
export function chordOfBar(bar: number): Chord {
  const chord = CHORDS[bar];
  if (!chord) throw new RangeError(`Bar ${bar} has no chord: the song has ${CHORDS.length} bars.`);
  return chord;
}
