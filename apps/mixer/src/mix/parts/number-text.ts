/** At or below this there is nothing. dB. */
const SILENT_DB = -120;

/** A level: "−6.2", "+1.4", "−∞" of silence. */
export function levelText(db: number | null | undefined): string {
  return db === null || db === undefined || !(db > SILENT_DB) ? "−∞" : signedText(db);
}

/** A difference: "+1.4", "0.0", "−6.2". */
export function signedText(value: number, digits = 1): string {
  if (!Number.isFinite(value)) return "–";
  const rounded = Number(value.toFixed(digits));
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${Math.abs(rounded).toFixed(digits)}`;
}

/** A share of one: "12 %", "0.4 %", "−3.0 %" of what takes away. */
export function shareText(share: number): string {
  if (!Number.isFinite(share)) return "–";
  const percent = 100 * Math.abs(share);
  if (percent < 0.05) return "0 %";
  return `${share < 0 ? "−" : ""}${percent < 9.95 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** A frequency: "85 Hz", "2.4 kHz". */
export function hertzText(hz: number): string {
  return hz < 1000 ? `${Math.round(hz)} Hz` : `${(hz / 1000).toFixed(hz < 9950 ? 1 : 0)} kHz`;
}
