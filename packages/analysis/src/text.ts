/** A level for people: "−6.0". */
export function inDecibels(db: number): string {
  const text = db.toFixed(1);
  return text === "-0.0" ? "0.0" : text.replace("-", "−");
}

/** A place in the song for people: "1:02.5". @param seconds - 0 or more. */
export function timeText(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, "0")}`;
}

/** A frequency for people: "250 Hz", "2.5 kHz". */
export function hertzText(hz: number): string {
  return hz < 1000 ? `${Math.round(hz)} Hz` : `${(hz / 1000).toFixed(1).replace(/\.0$/, "")} kHz`;
}
