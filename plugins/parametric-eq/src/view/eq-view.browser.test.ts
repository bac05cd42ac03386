import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import type * as eqPage from "./eq-view.browser.page.js";

type EqPage = typeof eqPage;

const PAGE = "/plugins/parametric-eq/src/view/eq-view.browser.page.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await page.evaluate((module) => import(module), PAGE);
  await page.getByRole("group", { name: "Response" }).waitFor();
});

async function values(page: Page, band: number): Promise<Record<string, unknown>> {
  return await page.evaluate(
    async ([module, number]) => {
      const { memory } = (await import(module)) as EqPage;
      const params = memory.host.params as Record<string, { get(): unknown }>;
      const names = ["enabled", "type", "frequency", "gain", "q", "slope"];
      return Object.fromEntries(names.map((name) => [name, params[`band${number}.${name}`]?.get()]));
    },
    [PAGE, band] as const,
  );
}

async function events(page: Page): Promise<string[]> {
  return await page.evaluate(async (module) => ((await import(module)) as EqPage).events.splice(0), PAGE);
}

/** Adds a band by a double-click at shares of the graph's width and height. @returns its token. */
async function addBand(page: Page, across: number, down: number): Promise<Locator> {
  const graph = page.getByRole("group", { name: "Response" });
  const box = await graph.boundingBox();
  if (!box) throw new Error("The graph has no box.");
  await graph.dblclick({ position: { x: box.width * across, y: box.height * down } });
  const token = page.locator(".eq-token:focus");
  await expect(token).toBeVisible();
  return token;
}

test("a double-click on the graph adds a band where it was, of the type that fits there", async ({ page }) => {
  // 20 Hz · 1000^0.5 = 632 Hz; a quarter down of ±18 dB is +9 dB.
  await addBand(page, 0.5, 0.25);
  const bell = await values(page, 1);
  expect(bell).toMatchObject({ enabled: true, type: "bell" });
  expect(bell["frequency"]).toBeCloseTo(632.5, -1);
  expect(bell["gain"]).toBeCloseTo(9, 0);
  await addBand(page, 0.03, 0.5);
  expect(await values(page, 2)).toMatchObject({ enabled: true, type: "low-cut" });
  await addBand(page, 0.9, 0.6);
  expect(await values(page, 3)).toMatchObject({ enabled: true, type: "high-shelf" });
});

test("a drag moves frequency and gain in one overlapping gesture, Escape puts both back", async ({ page }) => {
  const token = await addBand(page, 0.5, 0.25);
  const before = await values(page, 1);
  await events(page);
  await token.hover();
  await page.mouse.down();
  const box = await token.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 60, { steps: 6 });
  await page.mouse.up();
  const heard = await events(page);
  expect(heard.filter((event) => event.endsWith("begin"))).toEqual(["band1.frequency begin", "band1.gain begin"]);
  expect(heard.slice(-2)).toEqual(["band1.frequency end", "band1.gain end"]);
  const after = await values(page, 1);
  expect(after["frequency"]).toBeGreaterThan(Number(before["frequency"]));
  expect(after["gain"]).toBeLessThan(Number(before["gain"]));

  await token.hover();
  await page.mouse.down();
  await page.mouse.move(100, 100, { steps: 6 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await values(page, 1)).toEqual(after);
});

test("the wheel sets Q, a double-click on the token 0 dB, Alt-click switches it off and on", async ({ page }) => {
  const token = await addBand(page, 0.5, 0.25);
  await token.hover();
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => (await values(page, 1))["q"]).toBeGreaterThan(0.9);
  await token.dblclick();
  expect((await values(page, 1))["gain"]).toBe(0);
  await token.click({ modifiers: ["Alt"] });
  expect((await values(page, 1))["enabled"]).toBe(false);
  await token.click({ modifiers: ["Alt"] });
  expect((await values(page, 1))["enabled"]).toBe(true);
});

test("keys move, widen, switch and remove a band, and it says what it is", async ({ page }) => {
  const token = await addBand(page, 0.5, 0.5);
  await token.press("ArrowUp");
  await token.press("ArrowUp");
  await token.press("Shift+ArrowDown");
  expect((await values(page, 1))["gain"]).toBeCloseTo(0.9, 9);
  const before = Number((await values(page, 1))["frequency"]);
  await token.press("ArrowRight");
  expect(Number((await values(page, 1))["frequency"]) / before).toBeCloseTo(2 ** (1 / 12), 9);
  await token.press("+");
  expect((await values(page, 1))["q"]).toBeCloseTo(Math.SQRT1_2 * 2 ** (1 / 8), 6);
  await expect(token).toHaveAttribute("aria-valuetext", /^Bell · \d+ Hz \(\w♯?\d\) · 0\.9 dB · Q 0\.77$/);
  await token.press("Delete");
  await expect(page.locator(".eq-token:visible")).toHaveCount(0);
  expect((await values(page, 1))["enabled"]).toBe(false);
});

test("the menu sets type and slope and gives the focus back", async ({ page }) => {
  const token = await addBand(page, 0.5, 0.5);
  await token.click({ button: "right" });
  await page.getByRole("menuitemradio", { name: "High cut" }).click();
  expect((await values(page, 1))["type"]).toBe("high-cut");
  await expect(token).toBeFocused();
  await token.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "High cut" })).toBeFocused();
  await page.getByRole("menuitemradio", { name: "96 dB/oct" }).click();
  expect((await values(page, 1))["slope"]).toBe("96");
  await token.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
});

test("all eight bands can be in use, then a double-click adds none", async ({ page }) => {
  for (let i = 1; i <= 9; i++) await page.getByRole("group", { name: "Response" }).dblclick({ position: { x: 60 * i, y: 40 } });
  await expect(page.locator(".eq-token:visible")).toHaveCount(8);
});

test("spectra are observed while the view is mounted, and nothing of it is left afterwards", async ({ page }) => {
  const observers = () => page.evaluate(async (module) => ({ ...((await import(module)) as EqPage).memory.observers }), PAGE);
  expect(await observers()).toEqual({ spectrumIn: 1, spectrumOut: 1, output: 1 });
  await page.evaluate(async (module) => ((await import(module)) as EqPage).unmount(), PAGE);
  await expect.poll(observers).toEqual({ spectrumIn: 0, spectrumOut: 0, output: 0 });
  await expect(page.locator("main")).toBeEmpty();
});

test("axe finds nothing in either theme", async ({ page }) => {
  await addBand(page, 0.5, 0.25);
  for (const theme of ["dark", "light"] as const) {
    await page.evaluate(async ([module, name]) => ((await import(module)) as EqPage).memory.setTheme(name), [PAGE, theme] as const);
    // The theme's colours fade in.
    await page.waitForTimeout(300);
    const { violations } = await new AxeBuilder({ page }).include("main").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }
});
