import { CONTRACT_VERSION } from "@headroom/sdk";
import { expect, it } from "vitest";
import { integrityOf } from "./integrity.js";
import { parseManifest } from "./manifest.js";
import { openPackage, packageOfBundle } from "./plugin-package.js";

const processor = "export default {};";
const sound = async () => ({
  contract: CONTRACT_VERSION,
  id: "com.acme.tremolo",
  name: "Tremolo",
  vendor: "Acme",
  version: "1.0.0",
  processor: { file: "processor.js", integrity: await integrityOf(processor) },
});
const readProcessor = async () => processor;

it("hashes as subresource integrity does", async () => {
  // The digest of the empty text in FIPS 180-4's terms, in base64.
  expect(await integrityOf("")).toBe("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
});

it("opens a package whose bundle is the one that its manifest names", async () => {
  const manifest = await sound();
  expect(await openPackage(manifest, readProcessor, "here")).toEqual({ manifest, processor: { integrity: manifest.processor.integrity, text: processor }, view: undefined });
});

it("refuses a bundle that was changed, with both hashes", async () => {
  const manifest = await sound();
  const changed = `${processor} `;
  const hash = await integrityOf(changed);
  await expect(openPackage(manifest, async () => changed, "here")).rejects.toThrow(
    `processor.js of the plugin from here has the hash ${hash}; its manifest says ${manifest.processor.integrity}. Build the plugin again, or fetch it anew.`,
  );
});

it("takes a bundle alone with the hash that it has", async () => {
  expect((await packageOfBundle(processor, "a.js")).processor.integrity).toBe(await integrityOf(processor));
});

it("tells a newer contract before anything else", () => {
  expect(() => parseManifest({ contract: CONTRACT_VERSION + 1, somethingNew: true }, "here")).toThrow(
    `The plugin from here is written for version ${CONTRACT_VERSION + 1} of the plugin contract; this mixer knows up to ${CONTRACT_VERSION}.`,
  );
});

it.each([
  ["no object", null, "The manifest of here is null; it must be an object."],
  ["no contract", { id: "a" }, "The manifest of here has nothing as contract; it must be a number."],
  ["a contract below 1", { contract: 0 }, "The manifest of here has 0 as contract; it must be at least 1."],
])("says what is wrong with %s", (_, value, said) => {
  expect(() => parseManifest(value, "here")).toThrow(said);
});

it.each([
  ["id", 7, 'The manifest of here has 7 as id; it must be a string.'],
  ["name", "", 'The manifest of here has "" as name; it must be at least 1 letter long.'],
  ["processor", { file: "../../etc/passwd", integrity: "" }, 'has "../../etc/passwd" as processor → file; it must be the name of a file beside the manifest, such as processor.js.'],
  ["processor", { file: "https://evil.example/a.js", integrity: "" }, "it must be the name of a file beside the manifest"],
  ["processor", { file: "a.js", integrity: "md5-abc" }, 'has "md5-abc" as processor → integrity; it must be sha256- and the hash in base64.'],
  ["view", "view.js", 'has "view.js" as view; it must be an object.'],
])("says what is wrong with %s", async (key, value, said) => {
  const manifest = await sound();
  expect(() => parseManifest({ ...manifest, [key]: value }, "here")).toThrow(said);
});
