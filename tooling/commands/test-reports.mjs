import { readFileSync } from "node:fs";

/** @typedef {import("./test-steps.mjs").Counts} Counts */

/** Tests of a run that a shared machine may make late. */
const MOST_FLAKY = 2;

/**
 * Counts of a vitest run from its JSON report. A file that could not be loaded counts as one failed test.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Counts}
 */
export function vitestCounts(file, exitCode) {
  const report = read(file);
  if (report === undefined) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ one) => one.status === "failed" && one.assertionResults.length === 0,
  ).length;
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded }, exitCode);
}

/**
 * Counts of a Playwright run from its JSON report. An error outside any test counts as one failed test; a test that passed
 * at its second try has passed, and is counted as flaky too; more of them than {@link MOST_FLAKY} are no accident, and each
 * beyond counts as failed.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Counts}
 */
export function playwrightCounts(file, exitCode) {
  const report = read(file);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  const excess = Math.max(0, flaky - MOST_FLAKY);
  return honest({ passed: expected + flaky - excess, failed: unexpected + excess + report.errors.length, flaky }, exitCode);
}

/**
 * A runner that ended badly has failed, whatever its report says.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function honest(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
