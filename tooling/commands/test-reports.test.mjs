import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "./test-reports.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "headroom-reports-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {unknown} content */
function report(content) {
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("vitest: a file that does not load counts as failed", () => {
  const file = report({
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}] },
    ],
  });
  expect(vitestCounts(file, 1)).toEqual({ passed: 3, failed: 2 });
});

test("playwright: errors outside tests count as failed, flaky tests as passed and as flaky", () => {
  const file = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] });
  expect(playwrightCounts(file, 1)).toEqual({ passed: 6, failed: 2, flaky: 1 });
  const many = report({ stats: { expected: 5, unexpected: 0, flaky: 4, skipped: 0 }, errors: [] });
  expect(playwrightCounts(many, 0)).toEqual({ passed: 7, failed: 2, flaky: 4 });
});

test("a runner that ends badly has failed even if its report counts no failure", () => {
  expect(playwrightCounts(report({ stats: { expected: 5, unexpected: 0, flaky: 0 }, errors: [] }), 1)).toEqual({ passed: 5, failed: 1, flaky: 0 });
  expect(vitestCounts(path.join(folder, "none.json"), 0)).toEqual({ passed: 0, failed: 1 });
});
