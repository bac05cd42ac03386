import { expect, type Page, test } from "@playwright/test";
import { waitUntilReady } from "../testing/mixer-test.js";

/** Serves the page without the headers that isolate it. */
async function withoutIsolation(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    delete headers["cross-origin-opener-policy"];
    delete headers["cross-origin-embedder-policy"];
    await route.fulfill({ response, headers });
  });
}

test("without the isolation headers the mixer says so, with the remedy, and plays with its plugins inline", async ({ page }) => {
  await withoutIsolation(page);
  await page.goto("/");
  const banner = page.getByRole("alert").filter({ hasText: "not cross-origin isolated" });
  await expect(banner).toContainText("Cross-Origin-Opener-Policy: same-origin");
  await expect(banner).toContainText("Cross-Origin-Embedder-Policy: require-corp");
  await waitUntilReady(page);
  await page.keyboard.press("Space");
  await expect.poll(() => page.evaluate(() => window.headroom?.engine?.playhead.seconds() ?? 0)).toBeGreaterThan(0.5);
  expect(await page.evaluate(() => window.headroom?.engine?.status())).toMatchObject({ hosting: "inline", isolated: false });
  await banner.getByRole("button", { name: "Close this message" }).click();
  await expect(banner).toHaveCount(0);
});

test("a plugin that does not load leaves the rest alone and says why where plugins are chosen", async ({ page }) => {
  await page.route(/processor-.*\.js$/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    if (text.includes("Gain Trim")) await route.fulfill({ response, body: "export default { id: 1 };" });
    else await route.fulfill({ response, body: text });
  });
  await page.goto("/");
  await waitUntilReady(page);
  await expect(page.getByRole("region", { name: "Messages" })).toContainText(/processor\.js of the plugin from Gain Trim has the hash .+; its manifest says/);
  await page.locator(".slot-empty").first().click();
  await expect(page.getByRole("menuitem", { name: /has the hash/ })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /Parametric EQ/ })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /^Gain Trim/ })).toHaveCount(0);
});

test("audio that the browser holds back is said, and starts with one press", async ({ page }) => {
  await page.goto("/");
  await waitUntilReady(page);
  await page.keyboard.press("Space");
  await expect.poll(() => page.evaluate(() => window.headroom?.engine?.playhead.seconds() ?? 0)).toBeGreaterThan(0.2);
  await page.evaluate(() => (window.headroom?.engine?.node.context as AudioContext).suspend());
  const banner = page.getByRole("alert").filter({ hasText: "The browser holds the audio back" });
  await expect(banner).toBeVisible();
  const stood = await page.evaluate(() => window.headroom?.engine?.playhead.seconds() ?? 0);
  await banner.getByRole("button", { name: "Start audio" }).click();
  await expect(banner).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => window.headroom?.engine?.playhead.seconds() ?? 0)).toBeGreaterThan(stood + 0.2);
});

test("a full disk is said in words, and the song plays all the same", async ({ page, baseURL }) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL ?? "").origin, quotaSize: 4_000_000 });
  await page.goto("/");
  await waitUntilReady(page);
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("is lost when this page closes: the disk, or this site's share of it, is full");
  await page.keyboard.press("Space");
  await expect.poll(() => page.evaluate(() => window.headroom?.engine?.playhead.seconds() ?? 0)).toBeGreaterThan(0.2);
});
