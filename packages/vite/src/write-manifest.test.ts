import { integrityOf, openPackage } from "@headroom/session";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { writeManifest } from "./write-manifest.js";

const PROCESSOR = `export default { id: "com.acme.half", name: "Half", vendor: "Acme", version: "1.2.3", features: ["utility"], params: {}, readouts: {}, processor: () => ({ process() {} }) };`;

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "headroom-manifest-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return folder;
}

it("writes what a host opens, as the processor states it", async () => {
  const folder = folderOf({ "processor.js": PROCESSOR, "view.js": "export default {};" });
  const { manifest } = await writeManifest(folder, { processor: "processor.js", view: "view.js" });
  expect(manifest).toMatchObject({ id: "com.acme.half", name: "Half", vendor: "Acme", version: "1.2.3", view: { file: "view.js", integrity: await integrityOf("export default {};") } });
  const written: unknown = JSON.parse(readFileSync(path.join(folder, "headroom-plugin.json"), "utf8"));
  const opened = await openPackage(written, async (file) => readFileSync(path.join(folder, file), "utf8"), folder);
  expect(opened).toMatchObject({ manifest, processor: { text: PROCESSOR } });
});

it("takes the text of now, not that of the first time", async () => {
  const folder = folderOf({ "processor.js": PROCESSOR });
  await writeManifest(folder, { processor: "processor.js" });
  writeFileSync(path.join(folder, "processor.js"), PROCESSOR.replace("1.2.3", "1.2.4"));
  expect((await writeManifest(folder, { processor: "processor.js" })).manifest.version).toBe("1.2.4");
});

it.each([
  ["export const plugin = 1;", "processor.js has no definition as its default export; export what definePlugin() returns."],
  [PROCESSOR.replace("com.acme.half", "half"), `"id" is "half"; write a reverse domain name such as "com.acme.gain".`],
  [`throw new Error("no start");`, "no start"],
])("refuses %s", async (processor, sentence) => {
  const folder = folderOf({ "processor.js": processor });
  await expect(writeManifest(folder, { processor: "processor.js" })).rejects.toThrow(sentence);
});
