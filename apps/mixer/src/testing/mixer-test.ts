import { test as base, type Page } from "@playwright/test";

/** Text of the last demo undo step: what a test may undo down to. */
const DEMO_STEP = "Load the demo song";
const READY_MS = 45_000;

/** Waits until the mixer can play: engine, plugins and audio are there. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.headroom?.engine !== undefined && document.querySelector(".startup") === null, undefined, { timeout: READY_MS });
}

/** Waits until every insert runs. */
export async function waitUntilRunning(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { document: session, engine } = window.headroom ?? {};
    const inserts = Object.values(session?.snapshot().strips ?? {}).flatMap((strip) => strip.inserts);
    return inserts.every((insert) => insert === null || engine?.insertStatus(insert.id)?.state === "running");
  });
}

/**
 * Playwright's test with `mixer`: one page with the demo song for all tests of a run. After each test its edits
 * are undone and windows, menus and dialogs closed.
 */
export const test = base.extend<{ mixer: Page }, { demoPage: Page }>({
  demoPage: [
    async ({ browser }, provide, { project }) => {
      const { baseURL = "", viewport = null } = project.use;
      const context = await browser.newContext({ baseURL, viewport });
      const page = await context.newPage();
      await page.goto("/");
      await waitUntilReady(page);
      await provide(page);
      await context.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  mixer: async ({ demoPage }, provide) => {
    await provide(demoPage);
    await demoPage.mouse.move(0, 0);
    for (let presses = 0; presses < 3; presses++) await demoPage.keyboard.press("Escape");
    await demoPage.evaluate(async (last) => {
      // Where messages are closed, older ones come up.
      for (let closers = closeButtons(); closers.length > 0; closers = closeButtons()) {
        for (const close of closers) close.click();
        await new Promise(requestAnimationFrame);
      }
      const session = window.headroom?.document;
      document.querySelector<HTMLElement>("button[aria-label='Stop']")?.click();
      while (session?.undoName !== undefined && session.undoName !== last) session.undo();

      function closeButtons(): readonly HTMLElement[] {
        return [...document.querySelectorAll<HTMLElement>("button[aria-label^='Close ']")];
      }
    }, DEMO_STEP);
  },
});

export { expect } from "@playwright/test";

/** The strip of that name. */
export function strip(page: Page, name: string) {
  return page.locator(".strip", { has: page.getByRole("button", { name, exact: true }) });
}

/** What stands in a strip's slots: plugin names, `null` where empty. */
export function slotNames(page: Page, stripName: string): Promise<(string | null)[]> {
  return page.evaluate((name) => {
    const found = Object.values(window.headroom?.document.snapshot().strips ?? {}).find((one) => one.name === name);
    return (found?.inserts ?? []).map((insert) => insert && (window.headroom?.engine?.descriptor(insert.plugin)?.name ?? insert.plugin));
  }, stripName);
}

/** The level that a strip puts out now, linear: its decaying peak, of both sides the higher. */
export function stripPeak(page: Page, stripName: string): Promise<number> {
  return page.evaluate((name) => {
    const found = Object.values(window.headroom?.document.snapshot().strips ?? {}).find((one) => one.name === name);
    const reading = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };
    window.headroom?.engine?.readMeter(found?.id ?? "", "output", reading);
    return Math.max(...reading.peak);
  }, stripName);
}

/** The peaks of left and right that the engine puts out over the next tenth of a second, linear. */
export function outputPeaks(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const engine = window.headroom?.engine;
    if (!engine) throw new Error("The engine has not started.");
    const { context } = engine.node;
    const from = engine.frameAt(context.currentTime + 0.1);
    const output = engine.capture(context.sampleRate / 10, from);
    while (engine.frameAt(context.currentTime) < from + context.sampleRate / 4) await new Promise((resolve) => setTimeout(resolve, 50));
    return output.map((side) => side.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0));
  });
}
