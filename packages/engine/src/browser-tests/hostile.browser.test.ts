import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, type Page } from "@playwright/test";
import { ATTEMPTS_AT_LOAD, WRONG_BUNDLES } from "./hostile-processor.js";
import type * as Hostile from "./hostile.browser.page.js";

test.describe.configure({ timeout: 180_000 });

async function call<Name extends keyof typeof Hostile>(page: Page, name: Name, ...args: Parameters<(typeof Hostile)[Name]>): Promise<Awaited<ReturnType<(typeof Hostile)[Name]>>> {
  await page.goto("/");
  return page.evaluate(
    async ([fn, given]) => {
      const path = "/packages/engine/src/browser-tests/hostile.browser.page.ts";
      const module = (await import(path)) as Record<string, (...values: unknown[]) => unknown>;
      return module[fn]?.(...given);
    },
    [name, args as unknown[]] as const,
  ) as Promise<Awaited<ReturnType<(typeof Hostile)[Name]>>>;
}

test(`a processor gets nothing of the ${Object.keys(ATTEMPTS_AT_LOAD).length} things that it tries, and no request leaves its worker`, async ({ page }) => {
  const requests: string[] = [];
  const site = createServer((request, response) => {
    requests.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => site.listen(0, "localhost", resolve));
  const { results, polluted } = await call(page, "attempts", `http://localhost:${(site.address() as AddressInfo).port}/`);
  site.close();
  expect(results).toEqual(Object.keys(ATTEMPTS_AT_LOAD).map((name) => `${name}: refused`));
  expect(polluted).toEqual([]);
  expect(requests).toEqual([]);
});

test("what a plugin states or does wrong is said with its name, and the mix plays on", async ({ page }) => {
  const { said, playing, moved, polluted } = await call(page, "wrongBundles");
  for (const name of Object.keys(WRONG_BUNDLES)) expect(said[name], name).toMatch(/could not be (loaded|started)|states|did not (load|start)/);
  expect(said["an endless loop when it is made"]).toContain("endless loop");
  expect(said["a getter that never returns"]).toContain("endless loop");
  expect(said["readouts of gigabytes"]).toContain("the most for all of a plugin");
  expect(said["too many parameters"]).toContain("has 100000 entries; 4096 is the most");
  expect(playing).toBe("running");
  expect(moved).toBeGreaterThan(0.1);
  expect(polluted).toEqual([]);
});

test("a processor that writes over all memory in its reach changes no sample where it is bypassed", async ({ page }) => {
  const { differing, peak, dropouts, states } = await call(page, "scribbling");
  expect(dropouts).toEqual([0, 0]);
  expect(states).toEqual(["running", "running", "running", "running"]);
  expect(peak).toBeGreaterThan(0.1);
  expect(differing).toBe(0);
});
