import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { strip, waitUntilReady, waitUntilRunning } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

/** Two bars of the groove, so that each look hears the same music. */
const LOOP = { enabled: true, startSeconds: 8, endSeconds: 12 };
const BASS_HZ = 150;

test.describe.configure({ mode: "serial" });

let page: Page;

test.beforeAll(async ({ browser }, { project }) => {
  test.setTimeout(120_000);
  const { baseURL = "", viewport = null } = project.use;
  page = await (await browser.newContext({ baseURL, viewport })).newPage();
  await page.goto("/listen/");
  await waitUntilReady(page);
  await waitUntilRunning(page);
});

test.afterAll(() => page.context().close());

/** Levels of what leaves the mixer, over one turn of the loop: of all, and of the bass. In dB. */
function hear(): Promise<{ all: number; bass: number }> {
  return page.evaluate(
    async ([seconds, bassHz]) => {
      const node = window.headroom?.engine?.node;
      if (!node) throw new Error("The engine has not started.");
      const analyser = new AnalyserNode(node.context, { fftSize: 8192, smoothingTimeConstant: 0 });
      node.connect(analyser);
      const wave = new Float32Array(analyser.fftSize);
      const spectrum = new Float32Array(analyser.frequencyBinCount);
      const bassBins = Math.round((bassHz * analyser.fftSize) / node.context.sampleRate);
      const power = { all: 0, bass: 0 };
      const looks = seconds * 10;
      for (let look = 0; look < looks; look++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        analyser.getFloatTimeDomainData(wave);
        analyser.getFloatFrequencyData(spectrum);
        power.all += wave.reduce((sum, sample) => sum + sample * sample, 0) / wave.length;
        power.bass += spectrum.subarray(1, bassBins).reduce((sum, db) => sum + 10 ** (db / 10), 0);
      }
      node.disconnect(analyser);
      return { all: 10 * Math.log10(power.all / looks), bass: 10 * Math.log10(power.bass / looks) };
    },
    [LOOP.endSeconds - LOOP.startSeconds, BASS_HZ] as const,
  );
}

const setting = (name: string) => page.getByRole("radio", { name, exact: true });

test("the song plays through the equalizer, isolated, and the equalizer is heard", async () => {
  await page.evaluate((loop) => window.headroom?.document.song.setLoop(loop), LOOP);
  const position = page.getByRole("slider", { name: "Song position" });
  for (let bar = 0; bar < 4; bar++) await position.press("PageUp");
  await position.press("Space");
  expect(await page.evaluate(() => window.headroom?.engine?.status())).toMatchObject({ hosting: "isolated" });
  await setting("Telephone").check();
  await expect.poll(() => page.evaluate(() => window.headroom?.engine?.playhead.seconds() ?? 0)).toBeGreaterThan(LOOP.startSeconds + 0.1);
  const through = await hear();
  await page.getByRole("radio", { name: "Without" }).check();
  await expect(page.getByRole("status")).toContainText("The song as it is, without Parametric EQ.");
  const without = await hear();
  expect(without.all).toBeGreaterThan(-40);
  expect(without.bass - through.bass).toBeGreaterThan(12);
  // Auto gain makes both as loud; loudness weighs the bass less than this sum of squares does.
  expect(Math.abs(without.all - through.all)).toBeLessThan(6);
});

test("the key B goes from with to without and back", async () => {
  await page.getByRole("radio", { name: "With Parametric EQ" }).check();
  await page.locator(".listen-title").click();
  await page.keyboard.press("b");
  await expect(page.getByRole("radio", { name: "Without" })).toBeChecked();
  await page.keyboard.press("b");
  await expect(page.getByRole("radio", { name: "With Parametric EQ" })).toBeChecked();
});

test("another plugin takes the song over; gain trim makes it quieter by what it says", async () => {
  await page.getByRole("link", { name: /^Gain Trim/ }).click();
  await expect(page).toHaveURL(/#gain-trim$/);
  await expect(page.getByRole("heading", { name: "Gain Trim" })).toBeVisible();
  await setting("Half as high").check();
  const through = await hear();
  await page.keyboard.press("b");
  await expect(page.getByRole("radio", { name: "Without" })).toBeChecked();
  const without = await hear();
  expect(without.all - through.all).toBeGreaterThan(4.5);
  expect(without.all - through.all).toBeLessThan(7.5);
});

test("a change by hand leaves the setting, a setting brings it back, and undo takes a step back", async () => {
  await page.evaluate(() => window.headroom?.document.inserts.setParam("gain-trim-insert", "gain", -3));
  await expect(page.getByText("changed by hand")).toBeVisible();
  await setting("Mono").check();
  await expect(page.getByText("changed by hand")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(setting("Mono")).not.toBeChecked();
});

test("the meter measures and has nothing to compare", async () => {
  await page.goto("/listen/#meter");
  await expect(page.getByRole("heading", { name: "Meter" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("nothing to compare");
  await expect(page.getByRole("radio", { name: "Without" })).toHaveCount(0);
  await setting("One side inverted").check();
  await expect.poll(() => page.evaluate(() => window.headroom?.engine?.readouts("meter-insert")?.read("correlation")[0])).toBeLessThan(-0.2);
});

test("a section can be looped alone, and the whole song again", async () => {
  const loop = () => page.evaluate(() => window.headroom?.document.snapshot().loop);
  await page.getByRole("button", { name: "Break" }).click();
  expect(await loop()).toEqual({ enabled: true, startSeconds: 16, endSeconds: 20 });
  await expect.poll(() => page.evaluate(() => window.headroom?.engine?.playhead.seconds() ?? 0)).toBeGreaterThanOrEqual(16);
  await page.getByRole("button", { name: "Break" }).click();
  expect(await loop()).toEqual({ enabled: true, startSeconds: 0, endSeconds: 32 });
});

test("axe finds nothing serious with any plugin, in both themes", async () => {
  test.setTimeout(120_000);
  for (const theme of ["dark", "light"]) {
    for (const name of [/^Parametric EQ/, /^Gain Trim/, /^Meter/]) {
      await page.getByRole("link", { name }).click();
      await expect(page.locator(".window-view canvas").first()).toBeVisible();
      expect(await seriousFaults(page), theme).toEqual([]);
    }
    await page.getByRole("button", { name: /theme$/ }).click();
  }
});

test("the next visit has the song from the store, with the plugin that the address names", async () => {
  const visit = await page.context().newPage();
  // Without it nothing can be rendered.
  await visit.addInitScript(() => Reflect.deleteProperty(globalThis, "OfflineAudioContext"));
  await visit.goto("/listen/#gain-trim");
  await waitUntilReady(visit);
  await expect(visit.getByRole("heading", { name: "Gain Trim" })).toBeVisible();
  await expect(visit.getByRole("region", { name: "Messages" })).toBeEmpty();
  expect(await visit.evaluate(() => window.headroom?.document.snapshot().strips["gain-trim"]?.clips.length)).toBe(1);
  await visit.close();
});

test("the page leads to the mixer, and the mixer to the page; its session is not the mixer's", async () => {
  await page.getByRole("link", { name: "Open the mixer" }).click();
  await waitUntilReady(page);
  await expect(strip(page, "Vocal")).toBeVisible();
  const [opened] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "Listen to the plugins" }).click()]);
  await expect(opened.getByText("Listening page")).toBeVisible();
});
