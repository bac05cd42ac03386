import type { Page } from "@playwright/test";
import { expect, test } from "../view-harness.js";

async function selected(page: Page): Promise<number[]> {
  return await page.locator(".eq-token[data-selected]").evaluateAll((tokens) => tokens.map((token) => Number(token.getAttribute("data-band"))));
}

test.beforeEach(async ({ eq }) => eq.setThreeBells());

test("a drag over empty space selects the bands inside, with Shift more of them, a click none", async ({ eq, page }) => {
  const [first, second] = [await eq.token(3).boundingBox(), await eq.token(4).boundingBox()];
  if (!first || !second) throw new Error("A token has no box.");
  await page.mouse.move(first.x - 20, first.y - 20);
  await page.mouse.down();
  await page.mouse.move(second.x + 40, second.y + 60, { steps: 5 });
  await expect(page.locator(".eq-frame")).toBeVisible();
  await page.mouse.up();
  expect(await selected(page)).toEqual([3, 4]);
  await expect(page.locator(".eq-frame")).toBeHidden();
  await expect(eq.token(4)).toBeFocused();
  const last = await eq.token(5).boundingBox();
  if (!last) throw new Error("A token has no box.");
  await page.keyboard.down("Shift");
  await page.mouse.move(last.x - 10, last.y - 10);
  await page.mouse.down();
  await page.mouse.move(last.x + 40, last.y + 40, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  expect(await selected(page)).toEqual([3, 4, 5]);
  await eq.graph.click({ position: { x: 30, y: 30 } });
  expect(await selected(page)).toEqual([]);
});

test("Shift- and Ctrl-click add a band to the selection and take it out again, a plain click selects it alone", async ({ eq, page }) => {
  await eq.token(3).click();
  await eq.token(4).click({ modifiers: ["Shift"] });
  await eq.token(5).click({ modifiers: ["Control"] });
  expect(await selected(page)).toEqual([3, 4, 5]);
  await eq.token(4).click({ modifiers: ["Control"] });
  expect(await selected(page)).toEqual([3, 5]);
  await eq.token(5).click();
  expect(await selected(page)).toEqual([5]);
  expect(await eq.events()).toEqual([]);
});

test("a drag moves all that is selected as one step, and Escape puts all back", async ({ eq, page }) => {
  await eq.token(3).click();
  await eq.token(4).click({ modifiers: ["Shift"] });
  await eq.token(5).click({ modifiers: ["Shift"] });
  await eq.grab(eq.token(4), 70, -40);
  await page.mouse.up();
  const [low, middle, high] = [await eq.number("band3.frequency"), await eq.number("band4.frequency"), await eq.number("band5.frequency")];
  expect([middle / low, high / middle].map((ratio) => ratio.toFixed(6))).toEqual(["4.000000", "4.000000"]);
  expect(low).toBeGreaterThan(120);
  const gains = [await eq.number("band3.gain"), await eq.number("band4.gain"), await eq.number("band5.gain")];
  expect(gains[1]).toBeGreaterThan(1.5);
  expect((gains[0] ?? 0) - (gains[1] ?? 0)).toBeCloseTo(2.5, 6);
  const edges = (await eq.events()).filter((event) => /begin|end/.test(event));
  const firstEnd = edges.findIndex((event) => event.endsWith("end"));
  // Frequencies end while the gains are open: the steps overlap, from the first begin to the last end.
  let open = 0;
  const gaps = edges.slice(0, -1).filter((event) => (open += event.endsWith("begin") ? 1 : -1) === 0);
  expect(gaps).toEqual([]);
  expect(edges.slice(0, firstEnd)).toHaveLength(6);

  await eq.grab(eq.token(4), -300, 100);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect([await eq.number("band3.frequency"), await eq.number("band4.frequency"), await eq.number("band5.frequency")]).toEqual([low, middle, high]);
  expect([await eq.number("band3.gain"), await eq.number("band4.gain"), await eq.number("band5.gain")]).toEqual(gains);
});

test("keys move, switch and remove all that is selected", async ({ eq, page }) => {
  await eq.token(3).focus();
  await page.keyboard.press("Control+a");
  expect(await selected(page)).toEqual([3, 4, 5]);
  await page.keyboard.press("ArrowUp");
  expect([await eq.number("band3.gain"), await eq.number("band4.gain"), await eq.number("band5.gain")]).toEqual([3.5, 1, -2.5]);
  await page.keyboard.press("Space");
  expect([await eq.get("band3.enabled"), await eq.get("band5.enabled")]).toEqual([false, false]);
  await page.keyboard.press("Escape");
  expect(await selected(page)).toEqual([3]);
  await page.keyboard.press("Shift+PageDown");
  expect(await selected(page)).toEqual([3, 4]);
  await page.keyboard.press("Delete");
  await expect(page.locator(".eq-token")).toHaveCount(1);
  await expect(eq.token(5)).toBeFocused();
});

test("the Tab key stops at one token, Page Down goes on to the next frequency", async ({ eq, page }) => {
  await eq.token(3).focus();
  await page.keyboard.press("PageDown");
  await expect(eq.token(4)).toBeFocused();
  await page.keyboard.press("PageUp");
  await page.keyboard.press("PageUp");
  await expect(eq.token(5)).toBeFocused();
  await expect(page.locator(".eq-token[tabindex='0']")).toHaveCount(1);
});

test("the menu and typed values are for all that is selected", async ({ eq, page }) => {
  await eq.token(3).click();
  await eq.token(4).click({ modifiers: ["Shift"] });
  await eq.token(4).click({ button: "right" });
  await expect(page.getByRole("menu", { name: "2 bands" })).toBeVisible();
  await page.getByRole("menuitemradio", { name: "High shelf" }).click();
  expect([await eq.get("band3.type"), await eq.get("band4.type"), await eq.get("band5.type")]).toEqual(["high-shelf", "high-shelf", "bell"]);
  await eq.token(4).press("6");
  await page.keyboard.press("Enter");
  expect([await eq.get("band3.gain"), await eq.get("band4.gain"), await eq.get("band5.gain")]).toEqual([6, 6, -3]);
});
