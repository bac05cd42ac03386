import { zipSync, strToU8, type Zippable } from "fflate";
import { expect, it } from "vitest";
import { MOST_BYTES, readZip } from "./read-zip.js";

const SCRIPTS = /\.m?js$/;
const zip = (files: Zippable, change = (bytes: Uint8Array) => bytes) => new File([change(zipSync(files)) as Uint8Array<ArrayBuffer>], "plugin.zip");

it("gives the wanted files as text, compressed or stored, whatever else there is", async () => {
  const text = "export default 1; // ∞\n".repeat(5000);
  const read = await readZip(zip({ "dist/a.js": strToU8(text), "b.mjs": [strToU8("2"), { level: 0 }], "big.png": new Uint8Array(100_000).map((_, i) => (i * 7919) % 251) }), SCRIPTS);
  expect(Object.fromEntries(read)).toEqual({ "dist/a.js": text, "b.mjs": "2" });
});

it("ends where too much comes of it, whatever it says of its sizes", async () => {
  const lie = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer);
    // The size in the local header, and in the central directory where it has its signature.
    view.setUint32(22, 10, true);
    for (let i = 0; i + 4 <= bytes.length; i++) if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 10, true);
    return bytes;
  };
  const bomb = zip({ "a.js": new Uint8Array(3 * MOST_BYTES) }, lie);
  expect(bomb.size).toBeLessThan(300_000);
  await expect(readZip(bomb, SCRIPTS)).rejects.toThrow(`“plugin.zip” unpacks to more than ${MOST_BYTES} bytes, the most for a plugin.`);
});

it("refuses hundreds of scripts, what is no zip, and one that was cut", async () => {
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.js`, strToU8("1")]));
  await expect(readZip(zip(many), SCRIPTS)).rejects.toThrow("holds more than 200 scripts");
  const noise = new Uint8Array(5000).map((_, i) => (i * 7919) % 251);
  for (const file of [new File([noise], "plugin.zip"), new File([], "plugin.zip"), zip({ "a.js": [noise, { level: 0 }] }, (bytes) => bytes.slice(0, 2000))]) {
    await expect(readZip(file, SCRIPTS)).rejects.toThrow("“plugin.zip” is no zip file that can be read. Pack it again.");
  }
});
