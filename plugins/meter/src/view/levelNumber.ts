/** Levels at or below are written −∞, in dB. */
const FLOOR_DB = -120;

/** A level to a tenth of a decibel, without its unit: "−6.0", "−∞". */
export function levelNumber(level: number): string {
  return level > FLOOR_DB ? signed(level.toFixed(1)) : "−∞";
}

/** A number of seconds as a clock shows it: "2:07", "1:02:07". */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (n: number) => String(n).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${pad(whole % 60)}` : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(whole % 60)}`;
}

/** With a real minus, and none before zero. */
function signed(text: string): string {
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}
