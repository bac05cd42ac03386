import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import type * as gainTrimPage from "./gain-trim-view.browser.page.js";

type GainTrimPage = typeof gainTrimPage;

const PAGE = "/plugins/gain-trim/src/view/gain-trim-view.browser.page.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await page.evaluate((module) => import(module), PAGE);
  await page.getByRole("slider", { name: "Gain" }).waitFor();
});

/** Plays the processor: what its readouts say from now on. */
const says = (page: Page, readouts: Readonly<Partial<Record<keyof GainTrimPage["memory"]["levels"], number>>>) =>
  page.evaluate(
    async ([module, values]) => {
      const { memory } = (await import(module)) as GainTrimPage;
      for (const [id, value] of Object.entries(values)) memory.levels[id as keyof typeof memory.levels].fill(value);
    },
    [PAGE, readouts] as const,
  );
const events = (page: Page) => page.evaluate(async (module) => [...((await import(module)) as GainTrimPage).events], PAGE);
const sentence = (page: Page) => page.getByRole("region", { name: "Measured trim" }).locator(".gain-trim-plan");

test("every parameter has a control", async ({ page }) => {
  for (const name of ["Gain", "Stereo width", "Stereo balance"]) await page.getByRole("slider", { name }).press("ArrowDown");
  await page.getByRole("spinbutton", { name: "Target" }).press("ArrowDown");
  await page.getByRole("radiogroup", { name: "Measure" }).getByRole("radio", { name: "True peak" }).check();
  for (const name of ["Polarity invert left", "Polarity invert right", "Stereo swap left and right", "Stereo sum to mono", "Block DC", "Listen"]) {
    await page.getByRole("button", { name, exact: true }).click();
  }
  const unchanged = await page.evaluate(async (module) => {
    const { memory } = (await import(module)) as GainTrimPage;
    return Object.values(memory.host.params).filter((handle) => handle.get() === handle.spec.default).map(({ id }) => id);
  }, PAGE);
  expect(unchanged).toEqual([]);
});

test("the gain is set to what was said before, as one edit, after listening has ended", async ({ page }) => {
  const setGain = page.getByRole("button", { name: "Set gain" });
  await expect(sentence(page)).toHaveText("Press Listen and play the part that is to reach the target.");
  await expect(setGain).toBeDisabled();
  await page.getByRole("radio", { name: "LUFS" }).check();
  await page.getByRole("button", { name: "Listen" }).click();
  await says(page, { heardSeconds: 2 });
  await expect(sentence(page)).toHaveText("Nothing above −70 LUFS in 2.0 s: start playback.");
  await expect(setGain).toBeDisabled();
  await says(page, { heardSeconds: 9, soundSeconds: 8, heardLoudness: -23.5 });
  await expect(sentence(page)).toHaveText("−23.5 LUFS heard in 8.0 s of sound → gain +5.5 dB");
  await expect(setGain).toHaveAccessibleDescription("−23.5 LUFS heard in 8.0 s of sound → gain +5.5 dB");
  await setGain.click();
  await expect(sentence(page)).toHaveText("−23.5 LUFS heard in 8.0 s of sound, −18.0 LUFS after +5.5 dB.");
  await expect(setGain).toBeDisabled();
  expect(await events(page)).toEqual(["measure 1", "listen begin", "listen 1", "listen 0", "listen end", "gain begin", "gain 5.5", "gain end"]);
});

test("a target out of the gain's range ends at its end, and says so", async ({ page }) => {
  await says(page, { heardSeconds: 9, soundSeconds: 8, heardRms: -50 });
  await expect(sentence(page)).toHaveText("−50.0 dBFS RMS heard in 8.0 s of sound needs +32.0 dB; the gain ends at +24.0 dB, 8.0 dB below the target.");
  await page.getByRole("button", { name: "Set gain" }).click();
  await expect(page.getByRole("slider", { name: "Gain" })).toHaveAttribute("aria-valuetext", "+24.0 dB");
});

test("a screen reader hears when there is something new to say, not each tenth of a second", async ({ page }) => {
  const status = page.getByRole("status");
  await expect(status).toHaveText("Press Listen and play the part that is to reach the target.");
  await page.getByRole("button", { name: "Listen" }).click();
  await expect(status).toHaveText("Listening: 0.0 s heard of at least 1 s.");
  await says(page, { heardSeconds: 0.6 });
  await expect(sentence(page)).toHaveText("Listening: 0.6 s heard of at least 1 s.");
  await expect(status).toHaveText("Listening: 0.0 s heard of at least 1 s.");
  await says(page, { heardSeconds: 2 });
  await expect(status).toHaveText("Nothing above −70 dBFS in 2.0 s: start playback.");
  await says(page, { heardSeconds: 4, soundSeconds: 3, heardRms: -20 });
  await expect(status).toHaveText("−20.0 dBFS RMS heard in 3.0 s of sound → gain +2.0 dB");
  await says(page, { heardSeconds: 5, soundSeconds: 4, heardRms: -21 });
  await expect(sentence(page)).toHaveText("−21.0 dBFS RMS heard in 4.0 s of sound → gain +3.0 dB");
  await expect(status).toHaveText("−20.0 dBFS RMS heard in 3.0 s of sound → gain +2.0 dB");
  await page.getByRole("button", { name: "Listen" }).click();
  await expect(status).toHaveText("−21.0 dBFS RMS heard in 4.0 s of sound → gain +3.0 dB");
});

test("listening is worked by keyboard and ends with the view, and leaves the parameter as it was", async ({ page }) => {
  await page.getByRole("radio", { name: "RMS" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.type("-20");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Listen" })).toHaveAttribute("aria-pressed", "true");
  expect(await events(page)).toEqual(["measure 1", "target -20", "listen begin", "listen 1"]);
  await page.evaluate(async (module) => ((await import(module)) as GainTrimPage).unmount(), PAGE);
  await expect.poll(async () => (await events(page)).slice(4)).toEqual(["listen 0", "listen end"]);
});

test("a level over full scale lights its clip light and marks the headroom until they are put out", async ({ page }) => {
  const light = page.getByRole("button", { name: "Out level: put out the clip light" });
  const headroom = page.getByRole("button", { name: /headroom of Out/ });
  await says(page, { outputHeld: 0.5 });
  await expect(light).toHaveAttribute("data-clipped");
  await expect(headroom).toContainText("−0.5 dB");
  await says(page, { outputHeld: -20 });
  await expect(light).toHaveAttribute("data-clipped");
  await expect(headroom).toContainText("−0.5 dB");
  await light.click();
  await expect(light).not.toHaveAttribute("data-clipped");
  await expect(headroom).toContainText("20.0 dB");
  await says(page, { outputHeld: -30 });
  await headroom.click();
  await expect(headroom).toContainText("30.0 dB");
});

test("axe finds nothing in either theme, at rest and with all in use", async ({ page }) => {
  for (const theme of ["dark", "light"] as const) {
    await page.evaluate(async ([module, name]) => ((await import(module)) as GainTrimPage).memory.setTheme(name), [PAGE, theme] as const);
    for (const inUse of [false, true]) {
      await says(page, { heardSeconds: inUse ? 9 : 0, soundSeconds: 8, heardRms: -24, outputHeld: inUse ? 1 : -10 });
      const listen = page.getByRole("button", { name: "Listen" });
      if (((await listen.getAttribute("aria-pressed")) === "true") !== inUse) await listen.click();
      await page.waitForTimeout(300);
      const { violations } = await new AxeBuilder({ page }).include("main").analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    }
  }
});
