import { beforeAll, describe, expect, it } from "vitest";
import { bundleExample, bundlePlugin, bundleScripts, EXAMPLES, pluginCode, writePlugin } from "../plugin/scripts-harness.js";
import { findPlugin } from "../plugin/find-plugin.js";
import { BROKEN } from "./broken-plugins-harness.js";
import { CHECKS } from "./checks.js";
import { validatePlugin, type ValidateOptions } from "./validate-plugin.js";

let scripts: URL;
beforeAll(() => {
  scripts = bundleScripts();
});

const validate = (file: string, options: ValidateOptions = {}) => validatePlugin(findPlugin(file, "/"), { scripts, strictness: 10, ...options });

describe("the validator", { timeout: 180_000 }, () => {
  it("passes a sound plugin", async () => {
    const results = await validate(writePlugin(pluginCode()));
    expect(results.filter(({ status }) => status === "fail" || status === "warn")).toEqual([]);
    expect(results.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
  });

  it.each(BROKEN)("finds $fault", async ({ code, fails, says, silenceMs = 20_000 }) => {
    // As strict as it takes: what comes after is about plugins that are better than these.
    const strictness = Math.max(...CHECKS.filter(({ id }) => fails.includes(id)).map(({ level }) => level));
    const results = await validate(writePlugin(code), { silenceMs, strictness });
    const failed = results.filter(({ status }) => status === "fail");
    expect(failed.map(({ id, message }) => `${id}: ${message}`)).toEqual(fails.map((id) => expect.stringMatching(new RegExp(`^${id.replace(".", "\\.")}: `)) as string));
    expect(failed[0]?.message ?? "").toContain(says);
  });

  it.each(["gain-trim", "meter", "parametric-eq"])("finds nothing in %s", async (name) => {
    const results = await validate(bundlePlugin(name), { silenceMs: 60_000 });
    expect(results.filter(({ status }) => status === "fail").map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  });

  it.each(EXAMPLES)("finds nothing in the example %s", async (name) => {
    const results = await validate(bundleExample(name), { silenceMs: 60_000 });
    expect(results.filter(({ status }) => status === "fail" || status === "warn").map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  });
});
