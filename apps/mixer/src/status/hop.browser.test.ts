import { expect, test } from "../testing/mixer-test.js";

test("the hop is chosen in the status line by keyboard, the engine takes it, and it is kept until automatic is chosen again", async ({ mixer }) => {
  const hop = () => mixer.evaluate(() => window.headroom?.engine?.status().hop);
  await mixer.getByRole("button", { name: /^Hop:/ }).focus();
  await mixer.keyboard.press("Enter");
  await expect(mixer.locator(".menu-popover:focus-within")).toBeVisible();
  await mixer.keyboard.type("8192");
  await mixer.keyboard.press("Enter");
  await expect.poll(hop).toBe(8192);
  await expect(mixer.getByRole("button", { name: "Hop: 8192 · 170.7 ms" })).toBeVisible();
  expect(await mixer.evaluate(() => localStorage.getItem("headroom.hop"))).toBe("8192");

  await mixer.getByRole("button", { name: /^Dropouts:/ }).click();
  await mixer.getByRole("menuitem", { name: /^Automatic/ }).click();
  await expect.poll(() => mixer.evaluate(() => localStorage.getItem("headroom.hop"))).toBe("auto");
  await mixer.getByRole("button", { name: /^Hop:/ }).click();
  await expect(mixer.getByRole("menuitem", { name: /^Automatic/ }).getByLabel("current")).toBeVisible();
});
