/** Below this a peak is as good as silence. dBFS. */
const SILENT_DB = -90;

/** A peak as a strip shows it, in dBFS: "−6.2", "+1.4", "−∞". */
export function peakText(peakDb: number): string {
  if (!(peakDb > SILENT_DB)) return "−∞";
  return `${peakDb >= 0.05 ? "+" : ""}${peakDb.toFixed(1).replace("-", "−")}`;
}
