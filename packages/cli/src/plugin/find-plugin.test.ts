import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../wav/wav-harness.js";
import { findPlugin, PluginNotFoundError } from "./find-plugin.js";

/** A folder of files with their text. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

const manifest = (name: string, entry: unknown = { default: "./build/dsp.js" }) => JSON.stringify({ name, exports: { "./processor.js": entry } });

const root = () =>
  folderOf({
    "bundle.js": "the file",
    "gain.ts": "source",
    "built/package.json": manifest("built"),
    "built/build/dsp.js": "the folder",
    "plain/dist/processor.js": "the usual place",
    "unbuilt/package.json": manifest("unbuilt"),
    "node_modules/some-plugin/package.json": manifest("some-plugin", "./build/dsp.js"),
    "node_modules/some-plugin/build/dsp.js": "the package",
    "node_modules/@headroom/own/package.json": manifest("@headroom/own"),
    "node_modules/@headroom/own/build/dsp.js": "the project's own",
    "plugins/in-tree/package.json": manifest("@headroom/in-tree"),
    "plugins/in-tree/build/dsp.js": "the workspace's",
    "packages/cli/here.txt": "",
  });

it.each([
  ["./bundle.js", "the file"],
  ["bundle.js", "the file"],
  ["built", "the folder"],
  ["./plain/", "the usual place"],
  ["some-plugin", "the package"],
  ["@headroom/own", "the project's own"],
  ["own", "the project's own"],
  ["in-tree", "the workspace's"],
])("finds %s", (name, bundle) => {
  expect(findPlugin(name, root()).bundle).toBe(bundle);
});

it("finds the workspace's plugins from any folder of it", () => {
  expect(findPlugin("in-tree", path.join(root(), "packages/cli")).bundle).toBe("the workspace's");
});

it.each([
  ["nothing", `There is no plugin "nothing": no such file or folder here, and no package of that name with "./processor.js" in its exports is installed here.`],
  ["./nothing.js", "name a built bundle, a plugin's folder or a package."],
  ["unbuilt", "unbuilt holds no built plugin: there is no build/dsp.js in it; build it, or name its bundle."],
  ["gain.ts", "gain.ts is TypeScript; build the plugin and name its bundle."],
  ["../..", "holds no built plugin"],
])("says of %s: %s", (name, sentence) => {
  const folder = root();
  expect(() => findPlugin(name, folder)).toThrow(PluginNotFoundError);
  expect(() => findPlugin(name, folder)).toThrow(sentence);
});
