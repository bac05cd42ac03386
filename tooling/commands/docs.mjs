// npm run docs: writes what in the documents is made from code.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { documents, withCode } from "../docs/included-code.mjs";
import { REFERENCE, writeReference } from "../docs/reference.mjs";
import { ROOT } from "./paths.mjs";

for (const page of documents()) {
  const file = path.join(ROOT, page);
  const text = readFileSync(file, "utf8");
  if (withCode(text) !== text) writeFileSync(file, withCode(text));
}
const faults = await writeReference(REFERENCE);
for (const sentence of faults) console.error(sentence);
process.exit(faults.length === 0 ? 0 : 1);
