import { expect, it } from "vitest";
import { MOST_BUNDLE_BYTES, readBundle } from "./read-bundle.js";

/** A server that sends as long as it is read from. */
function endless(part: Uint8Array<ArrayBuffer>) {
  const sent = { bytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      sent.bytes += part.length;
      controller.enqueue(part);
    },
    cancel() {
      sent.cancelled = true;
    },
  });
  return { sent, response: new Response(body) };
}

it("reads a bundle whole, letters cut between two parts too", async () => {
  const bytes = new TextEncoder().encode("/* ä€😀 */ export default 1;");
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await readBundle(new Response(body))).toBe("/* ä€😀 */ export default 1;");
  expect(await readBundle(new Response(null))).toBe("");
});

it("takes as many bytes as a part of a plugin may have, and stops reading at more", async () => {
  const part = new Uint8Array(2 ** 20).fill(32);
  const most = new Response(new Blob(Array.from({ length: 16 }, () => part)));
  expect((await readBundle(most)).length).toBe(MOST_BUNDLE_BYTES);
  const { sent, response } = endless(part);
  await expect(readBundle(response)).rejects.toThrow("it has more than 16777216 bytes, the most for a part of a plugin.");
  expect(sent.cancelled).toBe(true);
  expect(sent.bytes).toBeLessThanOrEqual(MOST_BUNDLE_BYTES + 2 * part.length);
});
