import { expect, test, type Page } from "@playwright/test";
import type * as SessionPackage from "../index.js";

/** The package as outsiders get it. */
const SESSION = "/packages/session/dist/index.js";
type SessionModule = typeof SessionPackage;

declare global {
  interface Window { presets: SessionPackage.PresetStore; problems: string[] }
}

/** Opens the store in the page, as `window.presets`. */
function open(page: Page): Promise<void> {
  return page.evaluate(async (url) => {
    const { PresetStore } = (await import(url)) as SessionModule;
    window.problems = [];
    window.presets = await PresetStore.open((problem) => window.problems.push(problem));
  }, SESSION);
}

/** Saves presets of a plugin, by name, and waits until they are written. */
function save(page: Page, plugin: string, ...names: string[]): Promise<void> {
  return page.evaluate(async ([id, all]) => {
    for (const name of all) window.presets.add({ plugin: id, pluginVersion: "1.0.0", name, values: { gain: name.length } });
    await window.presets.settled();
  }, [plugin, names] as const);
}

const names = (page: Page, plugin = "eq") => page.evaluate((id) => window.presets.of(id).map(({ name }) => name), plugin);

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await open(page);
});

test("presets are there again after a reload, each plugin's by name", async ({ page }) => {
  await save(page, "eq", "Vocal 10", "Vocal 9", " air ");
  await save(page, "gain", "Loud");
  await page.reload();
  await open(page);
  expect(await names(page)).toEqual(["air", "Vocal 9", "Vocal 10"]);
  expect(await names(page, "gain")).toEqual(["Loud"]);
  expect(await names(page, "none")).toEqual([]);
  expect(await page.evaluate(() => window.presets.named("eq", "AIR")?.values)).toEqual({ gain: 5 });
});

test("a change and a removal are undone, also on the disk", async ({ page }) => {
  await save(page, "eq", "A", "B");
  await page.evaluate(async () => {
    const { presets } = window;
    const id = (name: string) => presets.named("eq", name)?.id ?? "";
    presets.update(id("A"), { values: { gain: 9 } })();
    presets.remove(id("A"))();
    presets.update(id("B"), { name: "C" });
    await presets.settled();
  });
  await page.reload();
  await open(page);
  expect(await page.evaluate(() => window.presets.of("eq").map(({ name, values }) => [name, values]))).toEqual([["A", { gain: 1 }], ["C", { gain: 1 }]]);
});

test("another tab sees what this one saves, and its own at once", async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto("/");
  await open(other);
  await Promise.all([save(page, "eq", "One", "Two"), save(other, "eq", "Three")]);
  await expect.poll(() => names(page)).toEqual(["One", "Three", "Two"]);
  await expect.poll(() => names(other)).toEqual(["One", "Three", "Two"]);
});

test("what is no preset is refused with a sentence and changes nothing", async ({ page }) => {
  await save(page, "eq", "Air");
  const said = await page.evaluate(() => {
    const { presets } = window;
    const content = { plugin: "eq", pluginVersion: "1.0.0", name: "X", values: {} };
    const attempts = [
      () => presets.add({ ...content, name: " AIR " }),
      () => presets.add({ ...content, name: "  " }),
      () => presets.add({ ...content, values: { gain: Number.NaN } }),
      () => presets.update("gone", { name: "Y" }),
      () => presets.remove("gone"),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return "taken";
      } catch (error) {
        return String(error);
      }
    });
  });
  expect(said).toEqual([
    "SessionError: There is a preset “Air” already; choose another name, or replace it.",
    'SessionError: The preset has "" as name; it must be at least 1 letter long.',
    expect.stringMatching(/^SessionError: The preset has NaN as values → gain; it must be a number/),
    "SessionError: This preset is not there any more; choose another.",
    "SessionError: This preset is not there any more; choose another.",
  ]);
  expect(await names(page)).toEqual(["Air"]);
});

test("rows that are none are passed over", async ({ page }) => {
  await save(page, "eq", "Air");
  await page.evaluate(() => new Promise<void>((resolve) => {
    indexedDB.open("headroom-presets").onsuccess = ({ target }) => {
      const transaction = (target as IDBOpenDBRequest).result.transaction("presets", "readwrite");
      transaction.objectStore("presets").put({ id: "odd", plugin: "eq", name: 7 });
      transaction.oncomplete = () => resolve();
    };
  }));
  await page.reload();
  await open(page);
  expect(await names(page)).toEqual(["Air"]);
});

test("without storage presets live as long as the page, with one sentence", async ({ page }) => {
  await page.evaluate(() => {
    Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  });
  await open(page);
  await save(page, "eq", "Air");
  expect(await names(page)).toEqual(["Air"]);
  expect(await page.evaluate(() => window.problems)).toEqual([
    "Presets are lost when this page closes: the browser does not let this page store anything; leave private browsing or allow the site to store data.",
  ]);
});

test("what cannot be written is kept in memory, with a sentence", async ({ page }) => {
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await save(page, "eq", "Air");
  expect(await names(page)).toEqual(["Air"]);
  expect(await page.evaluate(() => window.problems)).toEqual([expect.stringMatching(/^The change to the preset “Air” is lost when this page closes: the disk, or this site's share of it, is full; free some space/)]);
});
