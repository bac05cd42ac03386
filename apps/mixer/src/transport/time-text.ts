const BEATS_A_BAR = 4;

/** Position as bars and beats, both counted from 1, with sixteenths: "12.3.1". */
export function barsText(seconds: number, tempo: number): string {
  const sixteenths = Math.floor(seconds * (tempo / 60) * 4 + 1e-6);
  const beats = Math.floor(sixteenths / 4);
  return `${Math.floor(beats / BEATS_A_BAR) + 1}.${(beats % BEATS_A_BAR) + 1}.${(sixteenths % 4) + 1}`;
}

/** Position as minutes, seconds and tenths: "1:02.3". */
export function clockText(seconds: number): string {
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const whole = Math.floor(tenths / 10);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}.${tenths % 10}`;
}

/** Seconds of one bar. */
export function barSeconds(tempo: number): number {
  return (60 / tempo) * BEATS_A_BAR;
}
