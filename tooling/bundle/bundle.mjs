#!/usr/bin/env node
// From source: workspace packages need no build.
// headroom-bundle <source entry> <output file> [--external <specifier>]… [--types <specifier>]
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleModule } from "@headroom/vite";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    external: { type: "string", multiple: true, default: [] },
    types: { type: "string" },
  },
});
const [entry, output] = positionals;
if (entry === undefined || output === undefined) {
  console.error("headroom-bundle needs a source entry and an output file, for instance: headroom-bundle src/index.ts dist/processor.js");
  process.exit(2);
}

try {
  await bundleModule({ entry: path.resolve(entry), output: path.resolve(output), external: values.external, conditions: ["@headroom/source"] });
} catch (error) {
  console.error(`Bundling ${entry} failed. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
if (values.types !== undefined) {
  const declaration = path.resolve(output).replace(/\.js$/, ".d.ts");
  await writeFile(declaration, `export { default } from ${JSON.stringify(values.types)};\n`);
}
