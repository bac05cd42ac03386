import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { REFERENCE, writeReference } from "./reference.mjs";

/** @param {string} folder */
const pagesOf = (folder) => Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));

test("everything that the SDK offers is documented with its thread, and the reference is made of that (else: npm run docs)", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "headroom-reference-"));
  try {
    expect(await writeReference(folder)).toEqual([]);
    expect(pagesOf(REFERENCE)).toEqual(pagesOf(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
