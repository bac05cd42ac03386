/** Bytes of a plugin's bundle. */
export const MOST_BUNDLE_BYTES = 2 ** 24;

/**
 * The text of a server's answer, a part of a plugin, in UTF-8. It may send more than it says, or without an end: rejects with
 * a sentence as soon as it is more than 16 MiB, and reads no further. `@mainThread`
 * @param name - what the sentence begins with.
 */
export async function readBundle(response: Response, name = "it"): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > MOST_BUNDLE_BYTES) {
      await reader?.cancel();
      throw new Error(`${name} has more than ${MOST_BUNDLE_BYTES} bytes, the most for a part of a plugin.`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
