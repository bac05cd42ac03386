import { readFileSync } from "node:fs";
import { resample } from "@headroom/engine/offline";
import { SessionZip } from "@headroom/session/interchange";
import type { SessionOrder } from "../plugin/protocol.js";
import { WavReader } from "../wav/wav-reader.js";

/** Frames from one read to the next. */
const CHUNK_FRAMES = 65_536;
const MOST_CHANNELS = 2;

interface Audio {
  readonly sampleRate: number;
  readonly channels: readonly Float32Array[];
}

/** The audio that a session's clips play, at its rate. Rejects with a sentence where a file is missing or none. */
export async function readSessionAudio({ session, source }: Pick<SessionOrder, "session" | "source">): Promise<ReadonlyMap<string, readonly Float32Array[]>> {
  const used = new Set(Object.values(session.strips).flatMap(({ clips }) => clips.map((clip) => clip.audio)));
  const zip = "zip" in source ? new SessionZip(readFileSync(source.zip), source.zip) : undefined;
  const all = new Map<string, readonly Float32Array[]>();
  for (const key of used) {
    const file = "zip" in source ? undefined : source.audio[key];
    const found = zip ? zip.audio(key) : file === undefined ? undefined : readFile(file);
    if (!found) throw new Error(`The audio “${session.audio[key]?.name ?? key}” is not in the session; add it, or remove the clips that play it.`);
    all.set(key, await resample(found.channels, found.sampleRate, session.sampleRate));
  }
  return all;
}

function readFile(file: string): Audio {
  const reader = new WavReader(file, CHUNK_FRAMES);
  try {
    const { channels: count, frames, sampleRate } = reader.format;
    if (count > MOST_CHANNELS) throw new Error(`${file} has ${count} channels; a session plays one or two. Mix it down first.`);
    const channels = Array.from({ length: count }, () => new Float32Array(frames));
    for (let at = 0, read = reader.next(); read > 0; at += read, read = reader.next()) {
      for (const [c, channel] of channels.entries()) channel.set(reader.channels[c]?.subarray(0, read) ?? [], at);
    }
    return { sampleRate, channels };
  } finally {
    reader.close();
  }
}
