/** Bytes of a plugin's bundle. */
export const MOST_BUNDLE_BYTES = 2 ** 24;

/**
 * The text of an answer of a server, which may send more than it says, or without an end. Rejects with the end of a
 * sentence as soon as it is too much, and reads no further.
 */
export async function readBundle(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > MOST_BUNDLE_BYTES) {
      await reader?.cancel();
      throw new Error(`it has more than ${MOST_BUNDLE_BYTES} bytes, the most for a part of a plugin.`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
