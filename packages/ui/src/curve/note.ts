/** A semitone's number, 69 for A4 = 440 Hz and 60 for C4 in the middle of the piano, with cents as its fraction. @param hz - above 0 */
export function midiOf(hz: number): number {
  return 69 + 12 * Math.log2(hz / 440);
}

/** The inverse of {@link midiOf}, Hz. */
export function midiToFrequency(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}

const NOTES = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"] as const;

/** Semitones above the C below, 0…11. @param midi - a whole number. */
function pitchClass(midi: number): number {
  return ((midi % 12) + 12) % 12;
}

/** Whether a semitone is a black key of the piano. @param midi - a whole number. */
export function isBlackKey(midi: number): boolean {
  return NOTES[pitchClass(midi)]?.includes("♯") === true;
}

/**
 * The equal-tempered note nearest to a frequency, A4 = 440 Hz and C4 in the middle of the piano: "D♯6".
 * @param hz - above 0
 */
export function noteName(hz: number): string {
  const midi = Math.round(midiOf(hz));
  return `${NOTES[pitchClass(midi)]}${Math.floor(midi / 12) - 1}`;
}

/** {@link noteName} with how far the frequency lies from it, in cents: "A4 +12", "A4" for less than half a cent. */
export function noteWithCents(hz: number): string {
  const midi = midiOf(hz);
  const cents = Math.round((midi - Math.round(midi)) * 100);
  return cents === 0 ? noteName(hz) : `${noteName(hz)} ${cents > 0 ? "+" : "−"}${Math.abs(cents)}`;
}
