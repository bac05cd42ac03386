import type { Page } from "@playwright/test";
import { expect, test } from "../testing/mixer-test.js";

const song = (page: Page) => page.evaluate(() => window.headroom?.document.snapshot());
const beat = async (page: Page) => 60 / ((await song(page))?.tempo ?? 120);
const markers = async (page: Page) => Object.values((await song(page))?.markers ?? {}).map(({ name, seconds }) => ({ name, seconds }));
const width = (page: Page) => page.locator(".timeline-area").evaluate((area) => area.getBoundingClientRect().width);
const position = (page: Page) => page.evaluate(() => window.headroom?.engine?.playhead.seconds() ?? -1);

test("markers: added and named by keys, moved, gone to, deleted", async ({ mixer }) => {
  const grid = await beat(mixer);
  await mixer.getByRole("slider", { name: "Song position" }).press("PageUp");
  await expect.poll(() => position(mixer)).toBeCloseTo(4 * grid, 2);
  await mixer.keyboard.press("Shift+M");
  await expect(mixer.getByRole("textbox", { name: "Name of the marker" })).toBeFocused();
  await mixer.keyboard.type("Chorus");
  await mixer.keyboard.press("Enter");
  const flag = mixer.getByRole("button", { name: "Marker Chorus, bar 2.1.1" });
  await flag.press("ArrowRight");
  expect((await markers(mixer))[0]?.seconds).toBeCloseTo(5 * grid, 2);
  expect(await mixer.evaluate(() => window.headroom?.document.undoName)).toBe("Move marker Chorus");

  await mixer.keyboard.press("Home");
  await mixer.keyboard.press(".");
  await expect.poll(() => position(mixer)).toBeCloseTo(5 * grid, 2);
  await mixer.keyboard.press(",");
  await expect.poll(() => position(mixer)).toBeCloseTo(0, 2);

  const place = await mixer.getByRole("button", { name: /^Marker Chorus/ }).boundingBox();
  if (!place) throw new Error("The marker is not in sight.");
  await mixer.mouse.move(place.x + 4, place.y + 6);
  await mixer.mouse.down();
  await mixer.mouse.move(place.x + 104, place.y + 6, { steps: 5 });
  await mixer.mouse.up();
  const moved = (await markers(mixer))[0]?.seconds ?? 0;
  expect(moved).toBeGreaterThan(6 * grid);
  expect(moved / grid).toBeCloseTo(Math.round(moved / grid), 6);

  await mixer.getByRole("button", { name: /^Marker Chorus/ }).click({ button: "right" });
  await mixer.getByRole("menuitem", { name: "Delete" }).click();
  await expect.poll(() => markers(mixer)).toEqual([]);
});

test("the loop: drawn in the ruler, its ends moved by pointer and keys", async ({ mixer }) => {
  const grid = await beat(mixer);
  const ruler = await mixer.locator(".ruler").boundingBox();
  if (!ruler) throw new Error("There is no ruler.");
  await mixer.mouse.move(ruler.x + 200, ruler.y + 16);
  await mixer.mouse.down();
  await mixer.mouse.move(ruler.x + 400, ruler.y + 16, { steps: 5 });
  await mixer.mouse.up();
  const drawn = (await song(mixer))?.loop;
  expect(drawn?.enabled).toBe(true);
  for (const seconds of [drawn?.startSeconds ?? 0, drawn?.endSeconds ?? 0]) expect(seconds / grid).toBeCloseTo(Math.round(seconds / grid), 6);
  await mixer.getByRole("slider", { name: "Loop start" }).press("ArrowLeft");
  expect((await song(mixer))?.loop.startSeconds).toBeCloseTo((drawn?.startSeconds ?? 0) - grid, 6);
  const end = await mixer.getByRole("slider", { name: "Loop end" }).boundingBox();
  if (!end) throw new Error("The loop's end is not in sight.");
  await mixer.mouse.move(end.x + 7, end.y + 2);
  await mixer.mouse.down();
  await mixer.mouse.move(end.x + 90, end.y + 2, { steps: 5 });
  await mixer.mouse.up();
  expect((await song(mixer))?.loop.endSeconds).toBeGreaterThan((drawn?.endSeconds ?? 0) + grid);
});

test("zoom: keys, Ctrl and wheel around the pointer, fit; the ruler in bars or seconds", async ({ mixer }) => {
  const whole = await width(mixer);
  await mixer.keyboard.press("+");
  expect(await width(mixer)).toBeCloseTo(1.5 * whole, -1);
  const lanes = await mixer.locator(".lanes").boundingBox();
  if (!lanes) throw new Error("There are no lanes.");
  const fitting = await mixer.locator(".timeline").evaluate((timeline) => timeline.clientWidth);
  await mixer.mouse.move(700, lanes.y + 10);
  await mixer.keyboard.down("Control");
  await mixer.mouse.wheel(0, -400);
  await mixer.keyboard.up("Control");
  await expect.poll(() => width(mixer)).toBeGreaterThan(3 * whole);
  expect(await mixer.locator(".timeline").evaluate((timeline) => timeline.scrollLeft)).toBeGreaterThan(0);
  // A canvas stays as wide as what is in sight, so that it is sharp.
  const canvas = await mixer.locator(".lane canvas").first().boundingBox();
  expect(canvas?.width).toBeLessThan(fitting);
  await mixer.getByRole("button", { name: "Show the whole song" }).click();
  expect(await width(mixer)).toBeCloseTo(whole, 0);
  await expect(mixer.getByRole("button", { name: "Zoom out" })).toBeDisabled();

  await mixer.getByRole("button", { name: "Ruler in bars" }).click();
  await expect(mixer.getByRole("button", { name: "Ruler in seconds" })).toBeVisible();
  await expect(mixer.getByRole("button", { name: /^Clip on Kick from 0:00\.0/ })).toBeAttached();
  await mixer.getByRole("button", { name: "Ruler in seconds" }).click();
  await mixer.getByRole("button", { name: "Snap and view: beat" }).click();
  await mixer.getByRole("menuitem", { name: "nothing" }).click();
  await expect(mixer.getByRole("button", { name: "Snap and view: off" })).toBeVisible();
  await mixer.getByRole("button", { name: "Snap and view: off" }).click();
  await mixer.getByRole("menuitem", { name: "beat", exact: true }).click();
});
