import type { Page } from "@playwright/test";
import { expect, test } from "../view-harness.js";

/** Canvases of the graph from the back to the front, while the heatmap is off. */
const SPECTRUM = 1;
const RESPONSE = 2;

/** A canvas's picture as text, to be compared with itself later. */
async function picture(page: Page, canvas: number): Promise<string> {
  return await page.locator(".eq-graph > canvas").nth(canvas).evaluate((element) => (element as HTMLCanvasElement).toDataURL());
}

async function paintedPixels(page: Page, canvas: number): Promise<number> {
  return await page.locator(".eq-graph > canvas").nth(canvas).evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const { data } = (element as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
    let painted = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) painted++;
    return painted;
  });
}

/** Long enough for what changes to be drawn. */
const frames = (page: Page) => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))));

test("spectra are observed while they are shown, and nothing of the view is left afterwards", async ({ eq, page }) => {
  const looking = async () => {
    const { spectrumIn, spectrumOut, output } = await eq.observers();
    return [spectrumIn, spectrumOut, output];
  };
  expect(await looking()).toEqual([1, 1, 1]);
  await page.getByRole("button", { name: "Spectrum before the EQ" }).click();
  expect(await looking()).toEqual([0, 1, 1]);
  await page.getByRole("combobox", { name: "Heatmap" }).selectOption("input");
  expect(await looking()).toEqual([1, 1, 1]);
  await eq.unmount();
  await expect.poll(looking).toEqual([0, 0, 0]);
  await expect(page.locator("main")).toBeEmpty();
});

test("a spectrum moves with its readout and rests with it; frozen it stays", async ({ eq, page }) => {
  await page.getByRole("combobox", { name: "Speed" }).selectOption("fast");
  await eq.play(0.1);
  await frames(page);
  const first = await picture(page, SPECTRUM);
  await frames(page);
  expect(await picture(page, SPECTRUM)).toBe(first);
  await eq.play(0.4);
  await frames(page);
  const second = await picture(page, SPECTRUM);
  expect(second).not.toBe(first);
  await page.getByRole("button", { name: "Freeze the spectra" }).click();
  await eq.play(2.2);
  await frames(page);
  expect(await picture(page, SPECTRUM)).toBe(second);
});

test("the highest levels stay when they are held", async ({ eq, page }) => {
  await page.getByRole("combobox", { name: "Speed" }).selectOption("fast");
  await page.getByRole("button", { name: "Hold the highest levels" }).click();
  await eq.show("spectrumOut", -20);
  await frames(page);
  await eq.show("spectrumOut", -150);
  await frames(page);
  const held = await paintedPixels(page, SPECTRUM);
  expect(held).toBeGreaterThan(500);
  await page.getByRole("button", { name: "Hold the highest levels" }).click();
  await frames(page);
  expect(await paintedPixels(page, SPECTRUM)).toBeLessThan(held / 4);
});

test("a heatmap is drawn of what is chosen, one row for each new spectrum", async ({ eq, page }) => {
  await page.getByRole("combobox", { name: "Heatmap" }).selectOption("output");
  await eq.play(0.1);
  await frames(page);
  const one = await paintedPixels(page, 0);
  await frames(page);
  expect(await paintedPixels(page, 0)).toBe(one);
  for (let n = 2; n <= 12; n++) {
    await eq.play(0.1 * n);
    await frames(page);
  }
  expect(await paintedPixels(page, 0)).toBeGreaterThan(4 * one);
});

test("the response is drawn again when a band, the scale or dynamics move, and not else", async ({ eq, page }) => {
  await eq.set({ "band3.enabled": true, "band3.gain": 6, "band3.frequency": 1000, "band3.dynamic": true });
  await frames(page);
  const still = await picture(page, RESPONSE);
  await eq.play(0.1);
  await eq.show("dynamics", 0);
  await frames(page);
  expect(await picture(page, RESPONSE)).toBe(still);
  await eq.show("dynamics", -3);
  await frames(page);
  const moved = await picture(page, RESPONSE);
  expect(moved).not.toBe(still);
  await eq.show("dynamics", 0);
  await frames(page);
  expect(await picture(page, RESPONSE)).toBe(still);
  await eq.set({ gainScale: -100 });
  await frames(page);
  expect(await picture(page, RESPONSE)).not.toBe(still);
});

test("lines of left, right, mid and side are named while there are such bands", async ({ eq, page }) => {
  const legend = page.getByRole("list", { name: "Lines" });
  await expect(legend).toHaveCount(0);
  await eq.set({ "band3.enabled": true, "band3.channel": "side", "band4.channel": "left" });
  await expect(legend.getByRole("listitem")).toHaveText(["Stereo", "Side"]);
  await eq.set({ "band4.enabled": true });
  await expect(legend.getByRole("listitem")).toHaveText(["Stereo", "Left", "Side"]);
});

test("the pointer's frequency, note, gain and key are shown, over the piano too", async ({ eq, page }) => {
  const box = await eq.graph.boundingBox();
  if (!box) throw new Error("The graph has no box.");
  // Where A4 lies from 10 Hz to 30 kHz.
  const x = box.x + box.width * (Math.log(440 / 10) / Math.log(3000));
  await page.mouse.move(x, box.y + box.height / 4);
  await expect(page.locator(".eq-hair-frequency")).toHaveText(/^4[34]\d Hz · A4/);
  await expect(page.locator(".eq-hair-gain")).toHaveText(/^\+(5\.9|6\.0|6\.1) dB$/);
  const key = await page.locator(".eq-lit-key").boundingBox();
  expect(key!.x).toBeLessThanOrEqual(x);
  expect(key!.x + key!.width).toBeGreaterThanOrEqual(x);
  await page.mouse.move(x, box.y + box.height + 10);
  await expect(page.locator(".eq-hair-frequency")).toHaveText(/A4/);
  await expect(page.locator(".eq-hair-gain")).toBeHidden();
  await page.mouse.move(x, box.y + box.height + 200);
  await expect(page.locator(".eq-lit-key")).toBeHidden();
});

test("React renders nothing while a token is dragged", async ({ eq, page }) => {
  await eq.setThreeBells();
  await eq.token(4).click();
  await page.evaluate(() => {
    const watched = window as unknown as { mutations: string[] };
    watched.mutations = [];
    // What React writes are children and attributes; what follows a drag by itself are styles, texts and these attributes.
    new MutationObserver((changes) => {
      for (const { type, target, attributeName } of changes) if (type === "childList" && !(target as Element).matches(".eq-tip, .eq-tip *, [data-text], .hr-value span, .eq-live span")) watched.mutations.push(`${(target as Element).className} ${attributeName}`);
    }).observe(document.querySelector("main")!, { subtree: true, childList: true });
  });
  await eq.grab(eq.token(4), 60, 30);
  await page.mouse.up();
  expect(await page.evaluate(() => (window as unknown as { mutations: string[] }).mutations)).toEqual([]);
});
