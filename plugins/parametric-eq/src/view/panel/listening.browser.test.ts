import { expect, test } from "../view-harness.js";

test.beforeEach(async ({ eq }) => eq.setThreeBells());

test("a band is heard alone for as long as its button is held, and nothing of it is stored", async ({ eq, page }) => {
  await eq.token(4).click();
  const button = page.getByRole("button", { name: "Listen to band 4" });
  await button.hover();
  await page.mouse.down();
  expect(await eq.get("listen")).toBe(4);
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await page.mouse.up();
  expect(await eq.get("listen")).toBe(0);
  // One gesture that ends where it began.
  expect(await eq.events()).toEqual(["listen begin", "listen 4", "listen 0", "listen end"]);
});

test("Space holds the button too, a click without a hold switches it until the button is left", async ({ eq, page }) => {
  await eq.token(4).click();
  const button = page.getByRole("button", { name: "Listen to band 4" });
  await button.focus();
  await page.keyboard.down("Space");
  expect(await eq.get("listen")).toBe(4);
  await page.keyboard.up("Space");
  expect(await eq.get("listen")).toBe(0);
  // As assistive technology presses it.
  await button.evaluate((element) => (element as HTMLButtonElement).click());
  expect(await eq.get("listen")).toBe(4);
  await page.keyboard.press("Tab");
  expect(await eq.get("listen")).toBe(0);
});

test("Alt and a drag on the graph listens while it moves, Alt and a hold without moving", async ({ eq, page }) => {
  await page.keyboard.down("Alt");
  await eq.grab(eq.token(4), 40, 0);
  expect(await eq.get("listen")).toBe(4);
  await page.mouse.up();
  expect(await eq.get("listen")).toBe(0);
  expect(await eq.number("band4.frequency")).toBeGreaterThan(410);
  await page.mouse.down();
  await expect.poll(() => eq.get("listen")).toBe(4);
  await page.mouse.up();
  await page.keyboard.up("Alt");
  expect(await eq.get("listen")).toBe(0);
  // It was no click that switches.
  expect(await eq.get("band4.enabled")).toBe(true);
});

test("the key L listens on a token while it is held", async ({ eq, page }) => {
  await eq.token(5).focus();
  await page.keyboard.down("l");
  expect(await eq.get("listen")).toBe(5);
  await page.keyboard.up("l");
  expect(await eq.get("listen")).toBe(0);
});

test("it ends when the window loses the focus, and with the view", async ({ eq, page }) => {
  await eq.token(5).focus();
  await page.keyboard.down("l");
  await page.evaluate(() => window.dispatchEvent(new Event("blur")));
  expect(await eq.get("listen")).toBe(0);
  await page.keyboard.up("l");
  await page.keyboard.down("l");
  expect(await eq.get("listen")).toBe(5);
  await eq.unmount();
  await expect.poll(() => eq.get("listen")).toBe(0);
});
