import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import type * as controlsPage from "./controls.browser.page.js";

type Controls = typeof controlsPage;

const PAGE = "/packages/ui/src/controls/controls.browser.page.tsx";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await page.evaluate((module) => import(module), PAGE);
  await page.getByRole("slider", { name: "Gain" }).waitFor();
});

async function events(page: Page): Promise<string[]> {
  return await page.evaluate(async (module) => {
    const controls = (await import(module)) as Controls;
    return controls.events.splice(0);
  }, PAGE);
}

/** Drags from an element's middle by whole pixels, in a few steps. */
async function drag(page: Page, name: string, dy: number, key?: "Shift"): Promise<void> {
  const box = await page.getByRole("slider", { name }).boundingBox();
  if (!box) throw new Error(`No slider is called ${name}.`);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  if (key) await page.keyboard.down(key);
  await page.mouse.move(x, y + dy, { steps: 5 });
  if (key) await page.keyboard.up(key);
  await page.mouse.up();
}

test("a drag is one gesture, up is more, and Shift is ten times finer", async ({ page }) => {
  const knob = page.getByRole("slider", { name: "Gain" });
  await drag(page, "Gain", 110);
  const heard = await events(page);
  expect(heard[0]).toBe("gain begin");
  expect(heard.at(-1)).toBe("gain end");
  expect(heard.filter((event) => event.endsWith("begin"))).toHaveLength(1);
  // 110 of 220 pixels are half of 72 dB.
  await expect(knob).toHaveAttribute("aria-valuetext", "−36.0 dB");
  await drag(page, "Gain", -110, "Shift");
  await expect(knob).toHaveAttribute("aria-valuetext", "−32.4 dB");
});

test("touching without moving leaves no step to undo", async ({ page }) => {
  await page.getByRole("slider", { name: "Gain" }).click();
  expect(await events(page)).toEqual([]);
});

test("Escape during a drag puts the value back", async ({ page }) => {
  const knob = page.getByRole("slider", { name: "Gain" });
  await knob.hover();
  await page.mouse.down();
  await page.mouse.move(300, 0, { steps: 4 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(knob).toHaveAttribute("aria-valuenow", "0");
  expect((await events(page)).at(-1)).toBe("gain end");
});

test("double-click, Alt-click and Delete give the default", async ({ page }) => {
  const knob = page.getByRole("slider", { name: "Gain" });
  for (const reset of [() => knob.dblclick(), () => knob.click({ modifiers: ["Alt"] }), () => knob.press("Delete")]) {
    await drag(page, "Gain", 30);
    await expect(knob).not.toHaveAttribute("aria-valuenow", "0");
    await reset();
    await expect(knob).toHaveAttribute("aria-valuenow", "0");
  }
});

test("the wheel edits without scrolling the page and closes its gesture", async ({ page }) => {
  await page.getByRole("slider", { name: "Gain" }).hover();
  await page.mouse.wheel(0, 100);
  await page.mouse.wheel(0, 100);
  await expect(page.getByRole("slider", { name: "Gain" })).not.toHaveAttribute("aria-valuenow", "0");
  await page.waitForTimeout(500);
  const heard = await events(page);
  expect([heard[0], heard.at(-1)]).toEqual(["gain begin", "gain end"]);
});

test("keys step, page, and go to the ends", async ({ page }) => {
  const knob = page.getByRole("slider", { name: "Gain" });
  await knob.focus();
  for (const [key, text] of [
    ["ArrowUp", "0.5 dB"], ["ArrowLeft", "0.0 dB"], ["Shift+ArrowDown", "−0.1 dB"], ["PageDown", "−6.0 dB"],
    ["End", "12.0 dB"], ["Home", "−60.0 dB"], ["Backspace", "0.0 dB"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(knob).toHaveAttribute("aria-valuetext", text);
  }
});

test("values are typed: a digit or Enter opens the entry, Enter takes it, Escape does not", async ({ page }) => {
  const field = page.getByRole("spinbutton", { name: "Cutoff" });
  await field.focus();
  await page.keyboard.type("1k2");
  await page.keyboard.press("Enter");
  await expect(field).toHaveAttribute("aria-valuenow", "1200");
  await expect(field).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("A4");
  await page.keyboard.press("Enter");
  await expect(field).toHaveAttribute("aria-valuetext", "440 Hz");
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  await expect(field).toHaveAttribute("aria-valuetext", "440 Hz");
});

test("what cannot be read stays open with a sentence that says what can", async ({ page }) => {
  await page.getByRole("slider", { name: "Gain" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("loud");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("“loud” is no value for Gain; type one such as 0.0 dB.");
  await page.keyboard.press("Escape");
  expect(await events(page)).toEqual([]);
});

test("the fader's cap follows the pointer pixel by pixel", async ({ page }) => {
  const cap = page.locator(".hr-fader-cap");
  const before = await cap.boundingBox();
  const y = (before?.y ?? 0) + 10;
  await page.mouse.move((before?.x ?? 0) + 8, y);
  await page.mouse.down();
  await page.mouse.move((before?.x ?? 0) + 8, y + 60, { steps: 6 });
  const after = await cap.boundingBox();
  await page.mouse.up();
  // Within the pixel that rounding to tenths of a decibel costs.
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0) - 60)).toBeLessThan(1);
});

test("a disabled control does not move", async ({ page }) => {
  await drag(page, "Pan", 60);
  await page.getByRole("slider", { name: "Pan" }).press("ArrowUp");
  expect(await events(page)).toEqual([]);
});

test("buttons, menus and boxes", async ({ page }) => {
  const mute = page.getByRole("button", { name: "Mute" });
  await mute.press("Space");
  await expect(mute).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("combobox", { name: "Mode" }).selectOption("Low shelf");
  await page.getByRole("spinbutton", { name: "Tempo in BPM" }).fill("999");
  await page.keyboard.press("Enter");
  expect(await events(page)).toEqual(["mute 1", "mode 1", "tempo 300"]);
});

test("options side by side: a click, and arrow keys from the one that is on", async ({ page }) => {
  const options = page.getByRole("radiogroup", { name: "Unit" });
  await options.getByRole("radio", { name: "LUFS" }).check();
  await page.keyboard.press("ArrowRight");
  await expect(options.getByRole("radio", { name: "Peak" })).toBeChecked();
  expect(await events(page)).toEqual(["unit 1", "unit 2"]);
});

test("the clip light is lit and can be put out", async ({ page }) => {
  const light = page.getByRole("button", { name: "Drums level: put out the clip light" });
  await expect(light).toHaveAttribute("data-clipped");
  await light.click();
  await expect(light).not.toHaveAttribute("data-clipped");
  await expect(page.getByRole("meter", { name: "Drums level" })).toHaveAttribute("aria-valuetext", "−6.0 dBFS");
});

test.describe("accessibility", () => {
  for (const theme of ["dark", "light"]) {
    test(`axe finds nothing in the ${theme} theme`, async ({ page }) => {
      await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    });
  }
});
