import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

export type SampleType = "u8" | "s16" | "s24" | "s32" | "f32" | "f64";

export interface WavStatement {
  readonly type: SampleType;
  /** Numbers as the file holds them, channel by channel: whole steps for integers. */
  readonly samples: readonly (readonly number[])[];
  readonly sampleRate?: number;
  readonly form?: "RIFF" | "RF64" | "BW64";
  /** Speakers, for WAVE_FORMAT_EXTENSIBLE. */
  readonly mask?: number;
  /** Chunks between the format and the audio. */
  readonly between?: readonly Buffer[];
  /** What the data chunk's 32-bit size says, if not the truth. */
  readonly dataSize?: number;
}

const WIDTH: Readonly<Record<SampleType, number>> = { u8: 1, s16: 2, s24: 3, s32: 4, f32: 4, f64: 8 };

export function chunk(id: string, body: Buffer, size = body.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(id, "latin1");
  head.writeUInt32LE(size, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** A WAV file by the format's own description, independent of the reader. */
export function makeWav(statement: WavStatement): Buffer {
  const { form = "RIFF", between = [] } = statement;
  const data = dataOf(statement);
  const size = statement.dataSize ?? (form === "RIFF" ? data.length : 0xffff_ffff);
  const body = Buffer.concat([
    Buffer.from("WAVE"),
    ...(form === "RIFF" ? [] : [longSizes(data.length, statement.samples[0]?.length ?? 0)]),
    chunk("fmt ", formatOf(statement)),
    ...between,
    chunk("data", data, size),
  ]);
  const head = Buffer.alloc(8);
  head.write(form, "latin1");
  head.writeUInt32LE(form === "RIFF" ? body.length : 0xffff_ffff, 4);
  return Buffer.concat([head, body]);
}

function dataOf({ type, samples }: WavStatement): Buffer {
  const width = WIDTH[type];
  const frames = samples[0]?.length ?? 0;
  const data = Buffer.alloc(frames * samples.length * width);
  for (let i = 0, at = 0; i < frames; i++) {
    for (const channel of samples) {
      const value = channel[i] ?? 0;
      if (type === "u8") data.writeUInt8(value, at);
      else if (type === "f32") data.writeFloatLE(value, at);
      else if (type === "f64") data.writeDoubleLE(value, at);
      else data.writeIntLE(value, at, width);
      at += width;
    }
  }
  return data;
}

function formatOf({ type, samples, sampleRate = 48_000, mask }: WavStatement): Buffer {
  const tag = type.startsWith("f") ? 3 : 1;
  const frameBytes = samples.length * WIDTH[type];
  const format = Buffer.alloc(mask === undefined ? 16 : 40);
  format.writeUInt16LE(mask === undefined ? tag : 0xfffe, 0);
  format.writeUInt16LE(samples.length, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt32LE(sampleRate * frameBytes, 8);
  format.writeUInt16LE(frameBytes, 12);
  format.writeUInt16LE(8 * WIDTH[type], 14);
  if (mask !== undefined) {
    format.writeUInt16LE(22, 16);
    format.writeUInt16LE(8 * WIDTH[type], 18);
    format.writeUInt32LE(mask, 20);
    format.writeUInt16LE(tag, 24);
    Buffer.from("000000001000800000aa00389b71", "hex").copy(format, 26);
  }
  return format;
}

function longSizes(dataBytes: number, frames: number): Buffer {
  const body = Buffer.alloc(28);
  body.writeBigUInt64LE(BigInt(dataBytes), 8);
  body.writeBigUInt64LE(BigInt(frames), 16);
  return chunk("ds64", body);
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes bytes to a file that is gone after the test. @returns its path. */
export function temporaryFile(bytes: Buffer, name = "in.wav"): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return file;
}
