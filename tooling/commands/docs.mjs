// npm run docs: writes what in docs/ is made from code.
import { REFERENCE, writeReference } from "../docs/reference.mjs";

const faults = await writeReference(REFERENCE);
for (const sentence of faults) console.error(sentence);
process.exit(faults.length === 0 ? 0 : 1);
