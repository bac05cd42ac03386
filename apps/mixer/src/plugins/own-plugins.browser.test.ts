import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test as base } from "@playwright/test";
import { waitUntilReady } from "../testing/mixer-test.js";
import { packageFiles, processorText, servePlugin, viewText, type PluginServer } from "../testing/plugin-server-harness.js";

const ID = "com.acme.half";

const test = base.extend<{ site: PluginServer; mixer: Page }>({
  site: async ({}, provide) => {
    const site = await servePlugin(packageFiles(processorText(), viewText()));
    await provide(site);
    await site.close();
  },
  // A browser of its own: what is kept in it goes with it.
  mixer: async ({ page }, provide) => {
    await page.goto("/");
    await waitUntilReady(page);
    await provide(page);
  },
});
test.describe.configure({ timeout: 120_000 });

const half = (page: Page) => page.evaluate((id) => window.headroom?.plugins.entry(id)?.descriptor.version, ID);
const openList = (page: Page) => page.getByRole("button", { name: "Plugins", exact: true }).click();

async function addHalf(page: Page, site: PluginServer): Promise<void> {
  await openList(page);
  await page.getByRole("textbox", { name: "Address of the plugin" }).fill(site.url);
  await page.getByRole("textbox", { name: "Address of the plugin" }).press("Enter");
  await expect.poll(() => half(page)).toBe("1.0.0");
  await page.keyboard.press("Escape");
}

/** Puts the plugin on a strip. @returns the insert's id, once it runs. */
async function insert(page: Page, strip: string): Promise<string> {
  const id = await page.evaluate(([plugin, name]) => {
    const session = window.headroom?.document;
    const strips = Object.values(session?.snapshot().strips ?? {});
    return session?.inserts.add(strips.find((one) => one.name === name)?.id ?? "master", { plugin, version: "1.0.0", params: { amount: -3 } }) ?? "";
  }, [ID, strip] as const);
  await expect.poll(() => state(page, id)).toBe("running");
  return id;
}

const state = (page: Page, insertId: string) => page.evaluate((id) => window.headroom?.engine?.insertStatus(id)?.state, insertId);

test("a session's plugin is there after a reload, from this browser alone; removed, its insert keeps its place and values", async ({ mixer, site }) => {
  await addHalf(mixer, site);
  const id = await insert(mixer, "Pad");
  site.requests.length = 0;
  await mixer.reload();
  await waitUntilReady(mixer);
  await expect.poll(() => state(mixer, id)).toBe("running");
  expect(site.requests).toEqual([]);

  await openList(mixer);
  await mixer.getByRole("button", { name: "Remove Half from the list" }).click();
  await expect.poll(() => state(mixer, id)).toBe("missing");
  await mixer.reload();
  await waitUntilReady(mixer);
  expect(await half(mixer)).toBeUndefined();
  expect(await state(mixer, id)).toBe("missing");
  const kept = await mixer.evaluate((insertId) => Object.values(window.headroom?.document.snapshot().strips ?? {}).flatMap(({ inserts }) => inserts).find((one) => one?.id === insertId)?.params, id);
  expect(kept).toEqual({ amount: -3 });
  // It comes back with its plugin.
  await addHalf(mixer, site);
  await expect.poll(() => state(mixer, id)).toBe("running");
});

test("a stored bundle that was changed does not run, and that is said", async ({ mixer, site }) => {
  await addHalf(mixer, site);
  await mixer.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("headroom-plugins");
        request.onsuccess = () => {
          const change = request.result.transaction("bundles", "readwrite");
          const bundles = change.objectStore("bundles");
          const keys = bundles.getAllKeys();
          keys.onsuccess = () => keys.result.forEach((key) => bundles.put("export default 1", key));
          change.oncomplete = () => resolve();
        };
      }),
  );
  await mixer.reload();
  await waitUntilReady(mixer);
  expect(await half(mixer)).toBeUndefined();
  await expect(mixer.getByRole("region", { name: "Messages" })).toContainText("The plugin Half was not loaded: its code in this browser's storage is gone or changed. Add it again.");

  await openList(mixer);
  const row = mixer.getByRole("list", { name: "Plugins" }).getByRole("listitem").filter({ hasText: "Half" });
  await expect(row).toContainText("its code in this browser's storage is gone or changed");
  expect((await new AxeBuilder({ page: mixer }).include(".plugin-list").analyze()).violations).toEqual([]);
  await row.getByRole("button", { name: "Remove Half from the list" }).click();
  await expect(row).toHaveCount(0);
  await mixer.reload();
  await waitUntilReady(mixer);
  await openList(mixer);
  await expect(row).toHaveCount(0);
  await expect(mixer.getByRole("region", { name: "Messages" }).getByText("Half")).toHaveCount(0);
});

test("an address may be typed without its protocol", async ({ mixer, site }) => {
  await openList(mixer);
  const address = mixer.getByRole("textbox", { name: "Address of the plugin" });
  await address.fill(site.url.replace("http://", ""));
  await address.press("Enter");
  await expect.poll(() => half(mixer)).toBe("1.0.0");
  await expect(mixer.getByText(site.url, { exact: true })).toBeVisible();
});

test("a new build takes its place while the song plays, and its parameters stay", async ({ page, site }) => {
  await page.goto(`/?plugin=${encodeURIComponent(`${site.url}headroom-plugin.json`)}`);
  await waitUntilReady(page);
  await expect(page.getByRole("dialog", { name: /^Half — / })).toBeVisible({ timeout: 20_000 });
  const id = await page.evaluate(() => document.querySelector<HTMLElement>(".window")?.dataset["insert"] ?? "");
  await expect.poll(() => state(page, id)).toBe("running");
  await page.evaluate((insertId) => window.headroom?.document.inserts.setParam(insertId, "amount", -6), id);
  await page.keyboard.press("Space");
  site.files = packageFiles(processorText({ version: "1.0.1", gain: 0.25 }), viewText(`element.append("second view");`));
  await expect.poll(() => half(page)).toBe("1.0.1");
  await expect(page.frameLocator("iframe").getByText("second view")).toBeVisible();
  expect(await state(page, id)).toBe("running");
  await expect(page.frameLocator("iframe").locator("output")).toContainText("-6.0");
  expect(await page.evaluate(() => window.headroom?.engine?.playhead.playing)).toBe(true);
});

test("no link makes the mixer follow a plugin of another computer", async ({ page }) => {
  await page.goto(`/?plugin=${encodeURIComponent("https://evil.example/headroom-plugin.json")}`);
  await waitUntilReady(page);
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("Only a plugin of this computer is followed as it is developed; evil.example is another.");
});

test("the list searches, marks, filters and inserts by keyboard; axe finds nothing serious in both themes", async ({ mixer, site }) => {
  await addHalf(mixer, site);
  await openList(mixer);
  const list = mixer.getByRole("list", { name: "Plugins" });
  await expect(list.getByRole("listitem")).toHaveCount(4);
  await expect(mixer.getByRole("searchbox", { name: "Search plugins" })).toBeFocused();
  await mixer.keyboard.type("acme");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(mixer.getByRole("dialog", { name: "Plugins" }).getByRole("status")).toHaveText("1 of 4 plugins");
  await list.getByRole("button", { name: "Half is a favourite" }).press("Enter");
  await mixer.getByRole("searchbox").fill("");
  await expect(list.getByRole("listitem").first()).toContainText("Half");
  await mixer.getByRole("combobox", { name: "Kind" }).selectOption("eq");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await mixer.getByRole("combobox", { name: "Kind" }).selectOption("");
  for (const theme of ["first", "second"]) {
    const { violations } = await new AxeBuilder({ page: mixer }).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
    await mixer.keyboard.press("Escape");
    await mixer.getByRole("button", { name: /theme$/ }).click();
    await openList(mixer);
  }
  await list.getByRole("button", { name: "Insert Half into the selected strip" }).press("Enter");
  await expect(mixer.getByRole("dialog", { name: /^Half — / })).toBeVisible();
});

test("the mixer's own views run in the frame as well", async ({ page }) => {
  await page.goto("/?views=framed");
  await waitUntilReady(page);
  for (const name of ["Parametric EQ", "Gain Trim", "Meter"]) {
    await page.locator(".slot-name", { hasText: name }).first().click();
    await expect(page.frameLocator(`iframe[title='View of ${name}']`).locator("canvas").first()).toBeVisible();
    await expect(page.locator(".window [role=alert]")).toHaveCount(0);
    await page.keyboard.press("Escape");
  }
});
