import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { benchTable, writeBetweenMarkers } from "./bench-table.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "headroom-bench-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a table has a line for each measurement, with bars escaped", () => {
  expect(benchTable([{ what: "a|b", target: "0", measured: "1" }])).toBe("| what | target | measured |\n|---|---|---|\n| a\\|b | 0 | 1 |");
});

test("writing twice leaves one table and everything around it", () => {
  const file = path.join(folder, "README.md");
  writeFileSync(file, "before\n<!-- bench:start -->\nold\n<!-- bench:end -->\nafter\n");
  writeBetweenMarkers(file, "bench", "first");
  writeBetweenMarkers(file, "bench", "second");
  expect(readFileSync(file, "utf8")).toBe("before\n<!-- bench:start -->\nsecond\n<!-- bench:end -->\nafter\n");
});

test("a file without markers is left alone, and the message names them", () => {
  const file = path.join(folder, "README.md");
  writeFileSync(file, "nothing\n");
  expect(() => writeBetweenMarkers(file, "bench", "table")).toThrow("<!-- bench:start -->");
  expect(readFileSync(file, "utf8")).toBe("nothing\n");
});
