import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./view-harness.js";

async function faults(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).include("main").analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

for (const theme of ["dark", "light"] as const) {
  test(`axe finds nothing in the ${theme} theme: empty, with bands of all shapes, with the menu`, async ({ eq, page }) => {
    await eq.setTheme(theme);
    // The theme's colours fade in.
    await page.waitForTimeout(300);
    expect(await faults(page)).toEqual([]);
    await eq.set({
      "band8.enabled": true, "band9.enabled": true, "band9.dynamic": true, "band9.frequency": 200, "band10.gain": 3,
      "band17.enabled": true, "band17.frequency": 4000, "band17.channel": "mid", autoGain: true,
    });
    await eq.token(9).click();
    expect(await faults(page)).toEqual([]);
    await eq.token(17).click({ button: "right" });
    expect(await faults(page)).toEqual([]);
  });
}

/** Controls that reach out of the view or lie over each other's middle. */
async function misplaced(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const view = document.querySelector("main")!.getBoundingClientRect();
    const controls = [...document.querySelectorAll(".eq-toolbar button, .eq-toolbar select, .eq-chips button, .eq-panel button, .eq-panel select, .eq-panel [role=slider], .eq-panel [role=spinbutton]")];
    const bad: string[] = [];
    for (const control of controls) {
      const box = control.getBoundingClientRect();
      const name = control.getAttribute("aria-label") ?? control.textContent;
      if (box.left < view.left || box.right > view.right || box.top < view.top || box.bottom > view.bottom) bad.push(`${name} reaches out`);
      const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      if (hit !== control && !control.contains(hit)) bad.push(`${name} is covered`);
    }
    return bad;
  });
}

for (const [width, height] of [[720, 480], [980, 620], [1600, 1000]] as const) {
  test(`at ${width}×${height} all controls are in their place, with 24 bands and without`, async ({ eq, page }) => {
    await page.setViewportSize({ width, height });
    await eq.resize(width, height);
    expect(await misplaced(page)).toEqual([]);
    await eq.set(Object.fromEntries(Array.from({ length: 24 }, (_, n) => [`band${n + 1}.enabled`, true])));
    await eq.set({ "band4.dynamic": true, autoGain: true, "band4.frequency": 400 });
    await eq.token(4).press("ArrowUp");
    expect(await misplaced(page)).toEqual([]);
    expect((await eq.graph.boundingBox())!.height).toBeGreaterThan(220);
  });
}

test("at half the size, as with 200 % zoom, all controls can be reached by scrolling", async ({ eq, page }) => {
  await page.setViewportSize({ width: 490, height: 310 });
  await eq.resize(490, 310);
  await eq.setThreeBells();
  await eq.token(4).press("ArrowUp");
  const scroller = page.locator(".eq-body");
  expect(await scroller.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  for (const name of ["Band 4 type", "Quality"]) {
    const control = page.getByRole("combobox", { name });
    await control.scrollIntoViewIfNeeded();
    const box = (await control.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(490);
    expect(box.y + box.height).toBeLessThanOrEqual(310);
  }
});

test("how the graph shows is remembered for the next view that opens", async ({ eq, page }) => {
  await page.getByRole("combobox", { name: "Range" }).selectOption("30");
  await page.getByRole("combobox", { name: "Tilt" }).selectOption("3");
  await page.getByRole("button", { name: "Freeze the spectra" }).click();
  await eq.mountAgain();
  await expect(page.getByRole("combobox", { name: "Range" })).toHaveValue("30");
  await expect(page.getByRole("combobox", { name: "Tilt" })).toHaveValue("3");
  await expect(page.getByRole("button", { name: "Freeze the spectra" })).toHaveAttribute("aria-pressed", "false");
});
