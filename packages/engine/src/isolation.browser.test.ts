import { expect, test } from "@playwright/test";

test("a page with the isolation headers has shared memory and imports the built packages", async ({ page }) => {
  await page.goto("/");
  const seen = await page.evaluate(async () => {
    const built = "/packages/dsp/dist/index.js";
    const dsp: unknown = await import(built);
    return { isolated: crossOriginIsolated, shared: new SharedArrayBuffer(8).byteLength, imported: typeof dsp };
  });
  expect(seen).toEqual({ isolated: true, shared: 8, imported: "object" });
});
