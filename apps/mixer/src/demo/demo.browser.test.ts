import { expect, test, type Page } from "@playwright/test";
import { build } from "vite";
import type * as Measure from "./demo-measure.browser.page.js";
import { DEMO_SONG } from "./song.js";
import { DEMO_STEMS } from "./stems.js";

/** Answered by the test itself: an empty page and the measuring code, without the mixer at work beside it. */
const PAGE = "http://localhost:1/";
const CODE = `${PAGE}measure.js`;

test.describe.configure({ mode: "serial" });

let page: Page;
let measure: Measure.DemoMeasure;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const entry = decodeURIComponent(new URL("./demo-measure.browser.page.ts", import.meta.url).pathname);
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: { write: false, minify: false, target: "es2022", lib: { entry, formats: ["es"], fileName: "measure" } },
  });
  const output = (Array.isArray(built) ? built : [built]).flatMap((bundle) => ("output" in bundle ? bundle.output : []));
  const body = output.find((file) => file.type === "chunk")?.code ?? "";
  page = await browser.newPage();
  await page.route(PAGE, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Demo song</title>" }));
  await page.route(CODE, (route) => route.fulfill({ contentType: "text/javascript", body }));
  await page.goto(PAGE);
  measure = await page.evaluate(async (code) => {
    const module = (await import(code)) as typeof Measure;
    return module.measureDemo();
  }, CODE);
});

test.afterAll(() => page.close());

test("at least 8 stereo stems of the song's whole length at 48 kHz", () => {
  expect(DEMO_STEMS.length).toBeGreaterThanOrEqual(8);
  expect(DEMO_SONG.seconds).toBeGreaterThanOrEqual(32);
  expect(Object.keys(measure.stems).sort()).toEqual(DEMO_STEMS.map(({ id }) => id).sort());
  for (const stem of Object.values(measure.stems)) {
    expect(stem).toMatchObject({ channels: 2, sampleRate: 48_000, frames: DEMO_SONG.frames });
  }
});

test("every stem sounds, and is as hot as stated without clipping", () => {
  for (const { id, peakDbfs } of DEMO_STEMS) {
    expect(measure.stems[id]?.peakDbfs).toBeCloseTo(peakDbfs, 3);
    expect(measure.stems[id]?.peakDbfs).toBeLessThanOrEqual(-0.3);
    expect(measure.stems[id]?.rmsDbfs).toBeGreaterThan(-50);
  }
});

test("two renders are the same to the bit", () => {
  expect(measure.sameAgain).toBe(true);
});

test("progress rises with every stem and ends at 1", () => {
  expect(measure.progress).toHaveLength(DEMO_STEMS.length);
  expect(measure.progress).toEqual([...measure.progress].sort((a, b) => a - b));
  expect(measure.progress.at(-1)).toBe(1);
});

test("the loop has no seam: the step from the end to the start is an ordinary one", () => {
  for (const share of Object.values(measure.seams)) expect(share).toBeLessThan(0.5);
});

test("fault: the mix clips by several decibels, and trims mend it", () => {
  expect(measure.mixPeakDbfs).toBeGreaterThan(5);
  expect(measure.mixPeakAfterTrimsDbfs).toBeLessThan(0);
});

test("fault: from 8 to 12 kHz the bass is louder than the hats, and EQ mends it", () => {
  expect(measure.before.bassHighDb - measure.before.hatsHighDb).toBeGreaterThan(6);
  expect(measure.after.hatsHighDb - measure.after.bassHighDb).toBeGreaterThan(12);
});

test("fault: five stems share the low mids, and EQ brings the vocal out", () => {
  const before = Object.values(measure.before.lowMidDb);
  expect(before).toHaveLength(5);
  expect(Math.max(...before) - Math.min(...before)).toBeLessThan(12);
  const sum = (levels: Readonly<Record<string, number>>, ids: readonly string[]) =>
    10 * Math.log10(ids.reduce((total, id) => total + 10 ** ((levels[id] ?? 0) / 10), 0));
  const lead = (levels: Readonly<Record<string, number>>) =>
    sum(levels, ["vocal"]) - sum(levels, ["chords", "pad", "lead", "bass"]);
  expect(lead(measure.after.lowMidDb) - lead(measure.before.lowMidDb)).toBeGreaterThan(3);
});

test("aborting ends the rendering with the signal's reason", async () => {
  const { stems, reason } = await page.evaluate(async (code) => {
    const module = (await import(code)) as typeof Measure;
    return module.abortDemo();
  }, CODE);
  expect(reason).toBe("enough");
  expect(stems).toBeLessThan(DEMO_STEMS.length);
});
