import type { Drawing } from "../canvas/attachCanvas.js";
import { frequencyToX } from "./frequencyScale.js";
import type { FrequencySpan } from "./frequencyScale.js";
import { isBlackKey, midiOf, midiToFrequency, noteName } from "./note.js";

/** The lowest and the highest key of a piano with 88 keys, A0 and C8. */
const PIANO = { low: 21, high: 108 };
const BLACK_HEIGHT = 0.58;
/** CSS pixels that an octave must have for its C to be named. */
const NAMED_OCTAVE = 34;
/** Keys that no piano has go on for the eye, faintly. */
const BEYOND = 0.42;

/**
 * Draws the keys of a piano along a logarithmic frequency axis, as tall as the drawing, every C with its name. The
 * semitones are equally wide, so that a key's middle lies at its frequency.
 */
export function drawPiano(drawing: Drawing, span: FrequencySpan): void {
  const { context, width, height, palette } = drawing;
  const low = Math.floor(midiOf(span.lowHz));
  const high = Math.ceil(midiOf(span.highHz));
  const xOf = (midi: number) => frequencyToX(midiToFrequency(midi), width, span);
  const semitone = xOf(1) - xOf(0);
  for (let midi = low; midi <= high; midi++) {
    if (isBlackKey(midi)) continue;
    // Where a black key stands between, the white ones meet at its middle.
    const left = xOf(isBlackKey(midi - 1) ? midi - 1 : midi - 0.5);
    const right = xOf(isBlackKey(midi + 1) ? midi + 1 : midi + 0.5);
    context.globalAlpha = midi < PIANO.low || midi > PIANO.high ? BEYOND : 1;
    context.fillStyle = palette["key-white"];
    context.fillRect(left + 0.5, 0, right - left - 1, height);
  }
  context.fillStyle = palette["key-black"];
  for (let midi = low; midi <= high; midi++) {
    if (!isBlackKey(midi)) continue;
    context.globalAlpha = midi < PIANO.low || midi > PIANO.high ? BEYOND : 1;
    context.fillRect(xOf(midi - 0.5), 0, semitone, height * BLACK_HEIGHT);
  }
  context.globalAlpha = 1;
  if (12 * semitone < NAMED_OCTAVE) return;
  context.font = `9px ${palette.font}`;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.fillStyle = palette["key-text"];
  for (let midi = Math.ceil(low / 12) * 12; midi <= high; midi += 12) {
    context.fillText(noteName(midiToFrequency(midi)), xOf(midi - 0.5) + 1.5, height - 2);
  }
}
