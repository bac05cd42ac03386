import "./require-node.mjs";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { CACHE } from "./paths.mjs";
import { build, install } from "./setup.mjs";
import { STEPS } from "./test-steps.mjs";

/** @typedef {import("./test-steps.mjs").Counts} Counts */

const names = STEPS.map((step) => step.name);
const chosen = readChosen();
/** @type {Counts} */
const total = { passed: 0, failed: 0 };
const reports = path.join(CACHE, "reports");

// Escape codes are for people at a terminal.
if (process.env["CI"] !== undefined || !process.stdout.isTTY) process.env["NO_COLOR"] = "1";

const env = await attempt(install);
if (env !== undefined) {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const wantsBuild = chosen.some((step) => step.needsBuild);
  const built = wantsBuild && (await attempt(() => build(env).then(() => true))) === true;
  for (const step of chosen) {
    if (built || !step.needsBuild) await perform(step, env);
    else console.log(`\n── ${step.name}: left out, it needs the build`);
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/**
 * What a step of the set-up gives; a failure counts and gives nothing.
 * @template T
 * @param {() => Promise<T>} action
 */
async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    fail(error);
    return undefined;
  }
}

/**
 * @param {import("./test-steps.mjs").Step} step
 * @param {NodeJS.ProcessEnv} environment
 */
async function perform(step, environment) {
  const start = performance.now();
  console.log(`\n── ${step.name}: ${step.title}`);
  try {
    const counts = await step.run({ env: environment, reports });
    total.passed += counts.passed;
    total.failed += counts.failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const flaky = (counts.flaky ?? 0) > 0 ? ` (${counts.flaky} at the second try only)` : "";
    console.log(`── ${step.name}: ${counts.passed} passed${flaky}, ${counts.failed} failed in ${seconds} s`);
  } catch (error) {
    fail(error);
  }
}

/** @param {unknown} error */
function fail(error) {
  total.failed += 1;
  console.error(error instanceof Error ? error.message : error);
}

function readChosen() {
  const { values } = parseArgs({ options: { only: { type: "string", multiple: true }, skip: { type: "string", multiple: true } } });
  const only = values.only?.flatMap((list) => list.split(",")) ?? names;
  const skip = values.skip?.flatMap((list) => list.split(",")) ?? [];
  const unknown = [...only, ...skip].find((name) => !names.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no step "${unknown}"; the steps are ${names.join(", ")}.`);
    process.exit(2);
  }
  return STEPS.filter((step) => only.includes(step.name) && !skip.includes(step.name));
}
