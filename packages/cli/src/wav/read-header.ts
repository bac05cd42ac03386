import { nameCodec, nameOtherFormat } from "./other-formats.js";
import { WavError, type WavFormat } from "./wav-format.js";

/** Reads bytes of a file: as many as are asked for, fewer at its end. */
export type ReadAt = (at: number, length: number) => Buffer;

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
/** A 32-bit size that stands for "see ds64", or for "unknown when this was written". */
const UNKNOWN_SIZE = 0xffff_ffff;
/** The rest of the GUID whose first two bytes are a format tag (KSDATAFORMAT_SUBTYPE_WAVEFORMATEX). */
const SUBFORMAT_REST = "000000001000800000aa00389b71";
const MOST_CHUNKS = 10_000;
const MOST_CHANNELS = 128;
const LEAST_RATE_HZ = 8000;
const MOST_RATE_HZ = 384_000;

type Layout = Pick<WavFormat, "sampleRate" | "channels" | "encoding" | "sampleBytes" | "channelMask">;

/**
 * Reads the header of a RIFF, RF64 or BW64 WAVE file (Microsoft's multimedia programming interface 1.0, EBU Tech 3306,
 * ITU-R BS.2088): PCM of 8, 16, 24 or 32 bits or floating point of 32 or 64, also as WAVE_FORMAT_EXTENSIBLE.
 * @param fileBytes - length of the whole file.
 * @throws WavError, with a sentence that goes on after the file's name.
 */
export function readHeader(read: ReadAt, fileBytes: number): WavFormat {
  const start = read(0, 12);
  const form = start.toString("latin1", 0, 4);
  if (!["RIFF", "RF64", "BW64"].includes(form) || start.toString("latin1", 8, 12) !== "WAVE") {
    throw new WavError(`is ${nameOtherFormat(start.toString("latin1"))}; give a WAV file, for instance made with: ffmpeg -i INPUT -c:a pcm_f32le OUTPUT.wav`);
  }
  const longSizes = new Map<string, number>();
  let layout: Layout | undefined;
  let at = 12;
  for (let count = 0; count < MOST_CHUNKS && at + 8 <= fileBytes; count++) {
    const head = read(at, 8);
    if (head.length < 8) break;
    const id = head.toString("latin1", 0, 4);
    const shortSize = head.readUInt32LE(4);
    const size = shortSize === UNKNOWN_SIZE ? (longSizes.get(id) ?? shortSize) : shortSize;
    const body = at + 8;
    if (id === "ds64" && form !== "RIFF") readLongSizes(read(body, Math.min(size, 4096)), longSizes);
    if (id === "fmt ") layout = readLayout(read(body, Math.min(size, 40)));
    if (id === "data") {
      if (layout === undefined) throw new WavError("says nothing of its format before its audio (no fmt chunk); export it anew.");
      const streamed = shortSize === UNKNOWN_SIZE ? !longSizes.has("data") : shortSize === 0;
      return { ...layout, ...countFrames(layout, body, streamed ? fileBytes - body : size, fileBytes) };
    }
    at = body + size + (size % 2);
  }
  throw new WavError(`ends before its audio (no ${layout === undefined ? "fmt" : "data"} chunk): it is damaged or was not written to its end.`);
}

function readLayout(chunk: Buffer): Layout {
  if (chunk.length < 16) throw new WavError(`has a format chunk of ${chunk.length} bytes, which takes 16; export it anew.`);
  const outerTag = chunk.readUInt16LE(0);
  const channels = chunk.readUInt16LE(2);
  const sampleRate = chunk.readUInt32LE(4);
  const frameBytes = chunk.readUInt16LE(12);
  const bits = chunk.readUInt16LE(14);
  const extensible = outerTag === EXTENSIBLE;
  if (extensible && chunk.length < 40) throw new WavError(`has an extensible format chunk of ${chunk.length} bytes, which takes 40; export it anew.`);
  const known = !extensible || chunk.toString("hex", 26, 40) === SUBFORMAT_REST;
  const tag = extensible ? chunk.readUInt16LE(24) : outerTag;
  const channelMask = extensible ? chunk.readUInt32LE(20) : 0;

  if (!known || (tag !== PCM && tag !== FLOAT)) {
    const codec = known ? nameCodec(tag) : "a format of its own maker";
    throw new WavError(`holds ${codec}; give PCM or floating point, for instance made with: ffmpeg -i INPUT -c:a pcm_f32le OUTPUT.wav`);
  }
  if (channels < 1 || channels > MOST_CHANNELS) throw new WavError(`says it has ${channels} channels; 1 to ${MOST_CHANNELS} can be read.`);
  if (sampleRate < LEAST_RATE_HZ || sampleRate > MOST_RATE_HZ) {
    throw new WavError(`says its sample rate is ${sampleRate} Hz; ${LEAST_RATE_HZ} to ${MOST_RATE_HZ} can be read.`);
  }
  const encoding = tag === FLOAT ? "float" : "integer";
  const sampleBytes = frameBytes / channels;
  // A sample takes whole bytes, its bits at the top: 20 bits are read as the 24 that they stand in.
  const sound = encoding === "float" ? bits === sampleBytes * 8 && (bits === 32 || bits === 64) : [1, 2, 3, 4].includes(sampleBytes) && bits >= 1 && bits <= sampleBytes * 8;
  if (!sound) {
    const kind = encoding === "float" ? "floating point of" : "integers of";
    throw new WavError(`says it holds ${kind} ${bits} bits in ${frameBytes} bytes for ${channels} channels; 8, 16, 24 and 32-bit integers and 32 and 64-bit floating point can be read.`);
  }
  return { sampleRate, channels, encoding, sampleBytes, channelMask };
}

/** Sizes of chunks that 32 bits cannot hold. @param chunk - body of ds64. */
function readLongSizes(chunk: Buffer, sizes: Map<string, number>): void {
  if (chunk.length < 28) throw new WavError(`has a ds64 chunk of ${chunk.length} bytes, which takes 28; export it anew.`);
  sizes.set("data", Number(chunk.readBigUInt64LE(8)));
  const entries = chunk.readUInt32LE(24);
  for (let i = 0, at = 28; i < entries && at + 12 <= chunk.length; i++, at += 12) {
    sizes.set(chunk.toString("latin1", at, at + 4), Number(chunk.readBigUInt64LE(at + 4)));
  }
}

function countFrames(layout: Layout, dataStart: number, dataBytes: number, fileBytes: number) {
  const frameBytes = layout.channels * layout.sampleBytes;
  return {
    dataStart,
    frames: Math.floor(Math.min(dataBytes, fileBytes - dataStart) / frameBytes),
    promisedFrames: Math.floor(dataBytes / frameBytes),
  };
}
