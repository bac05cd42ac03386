import type { Measurement } from "./measure-file.js";

const COLUMNS: readonly (readonly [title: string, text: (measurement: Measurement) => string])[] = [
  ["file", ({ file }) => file],
  ["format", ({ sampleRate, channels }) => `${sampleRate / 1000} kHz ${channels === 1 ? "mono" : channels === 2 ? "stereo" : `${channels} ch`}`],
  ["length", ({ durationSeconds }) => duration(durationSeconds)],
  ["I LUFS", ({ integratedLufs }) => level(integratedLufs)],
  ["M max", ({ momentaryMaxLufs }) => level(momentaryMaxLufs)],
  ["S max", ({ shortTermMaxLufs }) => level(shortTermMaxLufs)],
  ["LRA LU", ({ loudnessRange }) => loudnessRange.toFixed(1)],
  ["dBTP", ({ truePeakDbtp }) => level(truePeakDbtp)],
  ["peak dBFS", ({ samplePeakDbfs }) => level(samplePeakDbfs)],
  ["RMS dBFS", ({ rmsDbfs }) => level(rmsDbfs)],
  ["clipped", ({ clippedSamples }) => String(clippedSamples)],
];

/** Measurements as lines for people: names at the left, numbers under each other. */
export function measurementTable(measurements: readonly Measurement[]): string {
  const rows = [COLUMNS.map(([title]) => title), ...measurements.map((measurement) => COLUMNS.map(([, text]) => text(measurement)))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join("  ")).join("\n");
}

function level(db: number | null): string {
  if (db === null) return "−∞";
  const text = Math.abs(db).toFixed(1);
  return db < 0 && text !== "0.0" ? `−${text}` : text;
}

function duration(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const pad = (number: number) => String(number).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, (tenths % 600) / 10];
  const end = `${pad(Math.floor(rest))}.${Math.round(rest * 10) % 10}`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${end}` : `${minutes}:${end}`;
}
