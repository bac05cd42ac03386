import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { createDecoder, type Decode } from "./decode-samples.js";
import { readHeader } from "./read-header.js";
import { WavError, type WavFormat } from "./wav-format.js";

/**
 * Reads a WAV file from start to end, a block at a time, whatever its length. Allocates only when it is made. Close it.
 */
export class WavReader {
  readonly file: string;
  readonly format: WavFormat;
  /** The block last read, one array a channel. */
  readonly channels: readonly Float32Array[];
  readonly #handle: number;
  readonly #bytes: Buffer;
  readonly #decode: Decode;
  readonly #frameBytes: number;
  #frame = 0;

  /**
   * @param blockFrames - the most frames of a block.
   * @throws WavError, with a sentence that names the file.
   */
  constructor(file: string, blockFrames: number) {
    this.file = file;
    this.#handle = open(file);
    try {
      this.format = this.#readFormat();
      const { channels, sampleBytes } = this.format;
      this.#frameBytes = channels * sampleBytes;
      // A buffer of its own: one from the pool may start where no number of eight bytes can.
      this.#bytes = Buffer.from(new ArrayBuffer(blockFrames * this.#frameBytes));
      this.#decode = createDecoder(this.format, this.#bytes);
      this.channels = Array.from({ length: channels }, () => new Float32Array(blockFrames));
    } catch (error) {
      closeSync(this.#handle);
      throw error;
    }
  }

  /** Frames read so far. */
  get position(): number {
    return this.#frame;
  }

  /** Reads the next block into {@link channels}. @returns its frames; 0 at the end. */
  next(): number {
    const wanted = Math.min(this.#bytes.length / this.#frameBytes, this.format.frames - this.#frame);
    const bytes = fill(this.#handle, this.#bytes, wanted * this.#frameBytes, this.format.dataStart + this.#frame * this.#frameBytes);
    const frames = Math.floor(bytes / this.#frameBytes);
    this.#decode(this.channels, frames);
    this.#frame += frames;
    return frames;
  }

  close(): void {
    closeSync(this.#handle);
  }

  #readFormat(): WavFormat {
    const read = (at: number, length: number) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, fill(this.#handle, bytes, length, at));
    };
    try {
      return readHeader(read, fstatSync(this.#handle).size);
    } catch (error) {
      throw error instanceof WavError ? new WavError(`${this.file} ${error.message}`) : error;
    }
  }
}

function open(file: string): number {
  try {
    const handle = openSync(file, "r");
    if (!fstatSync(handle).isDirectory()) return handle;
    closeSync(handle);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const why = { ENOENT: "there is no such file", EACCES: "its permissions do not allow it" }[code] ?? String(error);
    throw new WavError(`${file} cannot be read: ${why}.`);
  }
  throw new WavError(`${file} is a folder; give a WAV file.`);
}

/** Fills the start of a buffer from a file. @returns the bytes read: fewer than asked for at the file's end. */
function fill(handle: number, bytes: Buffer, length: number, at: number): number {
  let done = 0;
  while (done < length) {
    const read = readSync(handle, bytes, done, length - done, at + done);
    if (read === 0) break;
    done += read;
  }
  return done;
}
