/** Bytes that a zip may hold, unpacked. */
export const MOST_BYTES = 2 ** 24;
const MOST_ENTRIES = 200;
/** Compressed bytes that are unpacked at a time: a thousand times as much can come of them. */
const SLICE = 4096;
/** Slices until the page may do something else. */
const SLICES_AT_ONCE = 64;

/**
 * The files of a zip whose names are wanted, as text by path. What a zip says of its sizes is not believed: unpacking
 * ends where the bytes that came of it are too many. Rejects with a sentence.
 */
export async function readZip(file: File, wanted: RegExp): Promise<Map<string, string>> {
  const { Unzip, UnzipInflate } = await import("fflate");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts = new Map<string, Uint8Array[]>();
  const complete = new Set<string>();
  let seen = 0;
  let total = 0;
  let fault: string | undefined;
  const unzip = new Unzip((entry) => {
    seen += 1;
    if (!wanted.test(entry.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(entry.name, chunks);
    if (parts.size > MOST_ENTRIES) fault ??= `“${file.name}” holds more than ${MOST_ENTRIES} scripts; pack only the plugin's folder.`;
    entry.ondata = (error, chunk, isLast) => {
      if (error) fault ??= unreadable(file);
      if (fault !== undefined) return;
      total += chunk.length;
      if (total > MOST_BYTES) fault = `“${file.name}” unpacks to more than ${MOST_BYTES} bytes, the most for a plugin.`;
      chunks.push(chunk);
      if (isLast) complete.add(entry.name);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0, slices = 1; at < bytes.length && fault === undefined; at += SLICE, slices++) {
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
      if (slices % SLICES_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  } catch {
    fault ??= unreadable(file);
  }
  if (fault === undefined && (seen === 0 || [...parts.keys()].some((name) => !complete.has(name)))) fault = unreadable(file);
  if (fault !== undefined) throw new Error(fault);
  return new Map(await Promise.all([...parts].map(async ([name, chunks]) => [name, await new Blob(chunks as Uint8Array<ArrayBuffer>[]).text()] as const)));
}

const unreadable = ({ name }: File) => `“${name}” is no zip file that can be read. Pack it again.`;
