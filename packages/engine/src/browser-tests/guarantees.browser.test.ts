import { expect, test, type Page } from "@playwright/test";
import type * as Guarantees from "./guarantees.browser.page.js";

/**
 * The design's guarantees in a real browser: real workers, a clocked output, the built engine and plugins. What is
 * compared is samples and order, never speed; the figures of speed come from `npm run bench`.
 */

test.describe.configure({ timeout: 90_000 });

type Calls = typeof Guarantees;

/** Calls a function of the page module in the page. */
async function call<Name extends keyof Calls>(page: Page, name: Name, ...args: Parameters<Extract<Calls[Name], (...args: never[]) => unknown>>) {
  await page.goto("/");
  return page.evaluate(
    async ([fn, given]) => {
      const path = "/packages/engine/src/browser-tests/guarantees.browser.page.ts";
      const module = (await import(path)) as Record<string, (...args: unknown[]) => unknown>;
      return module[fn]?.(...given);
    },
    [name, args] as const,
  ) as Promise<Awaited<ReturnType<Extract<Calls[Name], (...args: never[]) => unknown>>>>;
}

test("a bounce equals the captured master bit for bit", async ({ page }) => {
  const result = await call(page, "bounceEqualsCapture", 3);
  expect(result.dropouts).toBe(0);
  expect(result.peak).toBeGreaterThan(0.1);
  expect(result.progress).toBeGreaterThan(2);
  expect(result.differing).toBe(0);
});

test("a channel through four flat isolated inserts and its inverted copy sum to digital silence", async ({ page }) => {
  const result = await call(page, "flatChainNulls", 2);
  expect(result.channelPeak).toBeGreaterThan(0.1);
  expect(result.dropouts).toBe(0);
  expect(result.most).toBe(0);
});

for (const kind of ["kill", "throw", "hang", "nan", "loud"] as const) {
  test(`a plugin that goes wrong (${kind}) costs the mix no gap and no step, and comes back`, async ({ page }) => {
    const result = await call(page, "faultIsHarmless", kind);
    expect(result.finite).toBe(true);
    expect(result.status.dropouts).toBeGreaterThan(0);
    // The plugin halves a sine of amplitude 0.5; a hundredth is what the stand-in's level may be off.
    expect(result.quietest).toBeGreaterThan(0.24);
    expect(result.loudest).toBeLessThan(0.26);
    expect(result.step).toBeLessThan(result.ownStep * 1.05);
    expect(result.end).toBeCloseTo(0.25, 3);
    expect(result.states.map((status) => status?.state)).toEqual(["running", "running"]);
    expect(result.notices.some((text) => text.startsWith("Faulty on a failed"))).toBe(true);
    // Chromium lets a terminated worker run on for up to two seconds, so a kill is timed from when it was seen.
    expect(kind === "kill" ? result.backMs - result.seenMs : result.backMs).toBeLessThan(kind === "kill" ? 700 : 1000);
  });
}

test("edits while playing make no step larger than the programme's own", async ({ page }) => {
  const { heard, stepOf } = await call(page, "editsAreSmooth");
  for (const [edit, { step, quietest, loudest }] of Object.entries(heard)) {
    // Where the hop changes, two places of the song are crossfaded within a quantum; elsewhere fades take longer.
    const fade = edit.includes("hop") ? (2 * loudest) / 128 : loudest / 512;
    expect(step, edit).toBeLessThan(loudest * stepOf * 1.05 + fade);
    expect(step, edit).toBeGreaterThan(loudest * stepOf * 0.5);
    // Into a bus with inserts a channel comes a hop later than it leaves: the fade spares the click, not the pause.
    if (!["mute", "fader", "move to a bus"].includes(edit) && !edit.includes("hop")) expect(quietest, edit).toBeGreaterThan(0.2);
  }
});

test("what is added while another change is under way is heard; a late plugin is taken up; a held fader stays", async ({ page }) => {
  const { before, levels, afterLate, held } = await call(page, "lateComersAreHeard");
  expect(before).toBe("missing");
  for (const level of levels) expect(level).toBeGreaterThan(0.1);
  // The late plugin halves its input.
  expect(afterLate).toBeLessThan((levels[0] ?? 0) * 0.7);
  expect(held).toBeLessThan(0.05);
});

test("a value out of range is clamped and said once, whatever restarts, and ends no bounce", async ({ page }) => {
  const { notices, peak } = await call(page, "correctionsAreToldOnce");
  expect(notices).toEqual([
    ["eq", "Band 3 gain of Parametric EQ on Bass was set to 90 dB; it goes from −30.0 dB to 30.0 dB, so 30.0 dB is used."],
    ["trim", expect.stringMatching(/^Gain of Gain Trim on Bass was set to NaN; it is a number from .+, so its default, 0\.0 dB, is used\.$/)],
  ]);
  expect(peak).toBeGreaterThan(0.1);
});

test("busy workers answer comlink", async ({ page }) => {
  const result = await call(page, "pings", 50);
  // The bar is 2 ms, measured by the benchmark; here it is that a sleeping worker is woken at all.
  expect(result.median).toBeLessThan(25);
});

test("a plugin sees no network, storage, messages or other realms", async ({ page }) => {
  const result = await call(page, "sandboxHolds");
  expect(result.reachable).toEqual([]);
  expect(result.attempts).toEqual(result.attempts.map(() => "refused"));
});

test("a plugin that cannot be loaded says why in a sentence", async ({ page }) => {
  const { notFound, wrongContract, notAScript, endless } = await call(page, "badPlugins");
  expect(notFound).toContain("the server answered 404");
  expect(wrongContract).toContain('"id" is "nodots"');
  expect(notAScript).toContain("could not be loaded");
  expect(endless).toContain("endless loop");
});
