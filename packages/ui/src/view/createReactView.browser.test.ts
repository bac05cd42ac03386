import { expect, test } from "@playwright/test";

test("a view that throws while it is drawn says why, and leaves the plain controls", async ({ page }) => {
  await page.goto("/");
  await page.evaluate((module) => import(module), "/packages/ui/src/view/createReactView.browser.page.tsx");
  await expect(page.getByRole("alert")).toContainText("The view threw “The plugin has no parameter \"volume\".”");
  await expect(page.getByRole("slider", { name: "Gain" })).toBeVisible();
});
