import { expect, test } from "../view-harness.js";

test.beforeEach(async ({ eq }) => eq.setThreeBells());

test("a chip for each band in use selects it, with Ctrl several; arrows go along them", async ({ eq, page }) => {
  const chips = page.getByRole("toolbar", { name: "Bands" }).getByRole("button");
  await expect(chips).toHaveCount(3);
  await chips.nth(0).click();
  await expect(page.getByRole("region", { name: "Band 3" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+Enter");
  await chips.nth(2).click({ modifiers: ["Control"] });
  await expect(page.locator(".eq-token[data-selected]")).toHaveCount(2);
  await chips.nth(0).dblclick();
  expect(await eq.get("band3.enabled")).toBe(false);
  await expect(page.getByRole("button", { name: /^Band 3: Bell · 100 Hz .* · off$/ })).toBeVisible();
  await chips.nth(0).press("Delete");
  await expect(chips).toHaveCount(2);
});

test("the buttons step from band to band without losing the focus", async ({ eq, page }) => {
  await eq.token(3).click();
  const next = page.getByRole("button", { name: "Next band" });
  await next.click();
  await expect(page.getByRole("region", { name: "Band 4" })).toBeVisible();
  await expect(next).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Band 3" })).toBeVisible();
});

test("values can be typed, and with several bands selected they are for all, while a drag keeps their distance", async ({ eq, page }) => {
  await eq.token(3).click();
  await eq.token(5).click({ modifiers: ["Shift"] });
  await expect(page.getByText("and 1 more")).toBeVisible();
  const gain = page.getByRole("slider", { name: "Band 5 gain" });
  await gain.focus();
  await gain.press("ArrowUp");
  expect([await eq.get("band3.gain"), await eq.get("band5.gain")]).toEqual([3.5, -2.5]);
  await gain.press("Enter");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  expect([await eq.get("band3.gain"), await eq.get("band5.gain")]).toEqual([2, 2]);
  await page.getByRole("combobox", { name: "Band 5 channel" }).selectOption({ label: "Mid" });
  expect([await eq.get("band3.channel"), await eq.get("band4.channel"), await eq.get("band5.channel")]).toEqual(["mid", "stereo", "mid"]);
});

test("dynamics are offered for bells and shelves, with what they do now", async ({ eq, page }) => {
  await eq.token(4).click();
  const dynamic = page.getByRole("button", { name: "Band 4 dynamic" });
  const threshold = page.getByRole("spinbutton", { name: "Band 4 threshold" });
  await expect(threshold).toHaveAttribute("aria-disabled", "true");
  await dynamic.click();
  await expect(threshold).toHaveAttribute("aria-disabled", "false");
  await threshold.focus();
  await page.keyboard.type("-42");
  await page.keyboard.press("Enter");
  expect(await eq.get("band4.dynamicThreshold")).toBe(-42);
  await eq.show("dynamics", -2.3);
  await expect(page.getByRole("region", { name: "Dynamics" })).toContainText("−2.3 dB");
  await page.getByRole("combobox", { name: "Band 4 type" }).selectOption({ label: "Notch" });
  await expect(dynamic).toBeDisabled();
  await expect(page.getByRole("slider", { name: "Band 4 gain" })).toHaveAttribute("aria-disabled", "true");
});

test("the output says what auto gain does and whether the quality adds latency", async ({ eq, page }) => {
  const output = page.getByRole("region", { name: "Output" });
  await expect(output).toContainText("No latency");
  await output.getByRole("combobox", { name: "Quality" }).selectOption({ label: "Linear phase" });
  expect(await eq.get("quality")).toBe("linear-phase");
  await expect(output).toContainText("Adds latency");
  await eq.show("autoGain", -1.8);
  await output.getByRole("button", { name: "Auto gain" }).click();
  await expect(output).toContainText("−1.8 dB");
  await output.getByRole("slider", { name: "Gain scale" }).press("Home");
  expect(await eq.get("gainScale")).toBe(-100);
});

test("a band is added, switched off and deleted by buttons", async ({ eq, page }) => {
  await page.getByRole("button", { name: "Add a band" }).click();
  await expect(eq.token(1)).toBeFocused();
  expect(await eq.get("band1.type")).toBe("bell");
  await page.getByRole("button", { name: "Band 1 on" }).click();
  expect(await eq.get("band1.enabled")).toBe(false);
  await page.getByRole("button", { name: "Delete band 1" }).click();
  await expect(eq.token(1)).toHaveCount(0);
  await expect(eq.token(3)).toBeFocused();
});
