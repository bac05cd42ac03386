import { expect, type Page, test } from "@playwright/test";
import { waitUntilReady, waitUntilRunning } from "../testing/mixer-test.js";

test("a first visit renders the demo song with visible progress, then plays; the next has it at once", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText(/Rendering the demo song — \d+ of 10 stems/)).toBeVisible({ timeout: 15_000 });
  await waitUntilReady(page);
  await waitUntilRunning(page);
  const { channels, inserts } = await page.evaluate(() => {
    const strips = Object.values(window.headroom?.document.snapshot().strips ?? {});
    return {
      channels: strips.filter(({ kind, clips }) => kind === "channel" && clips.length > 0).length,
      inserts: strips.flatMap((strip) => strip.inserts).filter((insert) => insert !== null).length,
    };
  });
  expect(channels).toBe(10);
  expect(inserts).toBeGreaterThanOrEqual(8);

  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.headroom?.engine?.playhead.seconds() ?? 0)).toBeGreaterThan(1);
  await expect.poll(() => masterPeak(page)).toBeGreaterThan(0.01);

  await page.reload();
  // The session is drawn from the store before any audio is: a second rendering would start without strips.
  await expect(page.getByRole("button", { name: "Vocal", exact: true }).first()).toBeVisible();
  await waitUntilReady(page);
  await page.keyboard.press("Space");
  await expect.poll(() => masterPeak(page)).toBeGreaterThan(0.01);
});

function masterPeak(page: Page): Promise<number> {
  return page.evaluate(() => {
    const reading = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };
    window.headroom?.engine?.readMeter("master", "output", reading);
    return reading.max[0] ?? 0;
  });
}
