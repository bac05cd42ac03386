import type { Page } from "@playwright/test";
import { expect, strip, test, waitUntilRunning } from "../testing/mixer-test.js";
import { packageFiles, processorText, removeOwnPlugins, servePlugin } from "../testing/plugin-server-harness.js";
import { seriousFaults } from "../testing/serious-faults.js";
import { HOSTING_MODES } from "./hosting-modes.js";

/** Where the insert in a strip's first filled slot runs, and what the session says of it. */
const hosting = (page: Page, stripName: string) =>
  page.evaluate((name) => {
    const { document: session, engine } = window.headroom ?? {};
    const insert = Object.values(session?.snapshot().strips ?? {}).find((one) => one.name === name)?.inserts.find(Boolean);
    return { said: insert?.hosting, runs: insert && engine?.insertStatus(insert.id)?.hosting };
  }, stripName);

const workers = (page: Page) => page.evaluate(() => window.headroom?.engine?.status().workers);

async function openInsertHosting(page: Page, plugin: string): Promise<void> {
  await strip(page, "Snare").getByRole("button", { name: new RegExp(`^${plugin}, slot`) }).click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Where it runs/ }).click();
  await expect(page.getByRole("menu", { name: `Where ${plugin} runs` })).toBeVisible();
}

test("the session's mode is chosen in the status line by keyboard, said in a sentence each, and undone", async ({ mixer }) => {
  await waitUntilRunning(mixer);
  const before = await workers(mixer);
  await mixer.getByRole("button", { name: /^Workers: \d+ · isolated$/ }).focus();
  await mixer.keyboard.press("Enter");
  const menu = mixer.getByRole("menu", { name: "Where plugins run" });
  await expect(menu).toBeVisible();
  for (const { label, detail } of HOSTING_MODES) await expect(menu.getByRole("menuitem", { name: new RegExp(`^${label}`) })).toContainText(detail);
  await expect(menu.getByRole("menuitem", { name: /^Isolated/ }).getByLabel("current")).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
  await expect(mixer.locator(".menu-popover:focus-within")).toBeVisible();
  await mixer.keyboard.type("Per plu");
  await mixer.keyboard.press("Enter");
  await expect.poll(() => mixer.evaluate(() => window.headroom?.document.snapshot().hosting)).toBe("per plugin");
  await expect.poll(() => workers(mixer), { timeout: 15_000 }).toBeLessThan(before ?? 0);
  await expect(mixer.getByRole("button", { name: /^Workers: \d+ · per plugin$/ })).toBeVisible();
  await mixer.getByRole("button", { name: "Undo: Change hosting" }).click();
  await expect.poll(() => mixer.evaluate(() => window.headroom?.document.snapshot().hosting)).toBeUndefined();
  await expect.poll(() => workers(mixer), { timeout: 15_000 }).toBe(before);
});

test("an insert runs where its menu says, until it is undone", async ({ mixer }) => {
  await waitUntilRunning(mixer);
  await strip(mixer, "Snare").locator(".slot-empty").first().click();
  await mixer.getByRole("menuitem", { name: /Gain Trim/ }).click();
  await mixer.keyboard.press("Escape");
  await expect.poll(() => hosting(mixer, "Snare")).toEqual({ said: undefined, runs: "isolated" });
  await openInsertHosting(mixer, "Gain Trim");
  await expect(mixer.getByRole("menuitem", { name: /^As the session says/ }).getByLabel("current")).toBeVisible();
  await expect(mixer.getByRole("menuitem", { name: /^Trust/ })).toHaveCount(0);
  await mixer.getByRole("menuitem", { name: /^Inline/ }).click();
  await expect.poll(() => hosting(mixer, "Snare"), { timeout: 15_000 }).toEqual({ said: "inline", runs: "inline" });
  await mixer.getByRole("button", { name: "Undo: Change hosting of Gain Trim" }).click();
  await expect.poll(() => hosting(mixer, "Snare"), { timeout: 15_000 }).toEqual({ said: undefined, runs: "isolated" });
});

test("a plugin of others runs inline once it is trusted, and no longer when it is not", async ({ mixer }) => {
  const server = await servePlugin(packageFiles(processorText()));
  await mixer.getByRole("button", { name: "Plugins", exact: true }).click();
  await mixer.getByRole("textbox", { name: "Address of the plugin" }).fill(server.url);
  await mixer.getByRole("button", { name: "Add", exact: true }).click();
  await expect(mixer.getByRole("list", { name: "Plugins" })).toContainText("Half");
  await mixer.keyboard.press("Escape");
  await strip(mixer, "Snare").locator(".slot-empty").first().click();
  await mixer.getByRole("menuitem", { name: /Half/ }).click();
  await mixer.keyboard.press("Escape");
  await expect.poll(() => hosting(mixer, "Snare")).toEqual({ said: undefined, runs: "isolated" });

  await openInsertHosting(mixer, "Half");
  await expect(mixer.getByRole("menuitem", { name: /^Inline/ })).toHaveAttribute("aria-disabled", "true");
  await mixer.getByRole("menuitem", { name: /^Trust Half(?! no)/ }).click();
  await expect.poll(() => mixer.evaluate(() => window.headroom?.plugins.isTrusted("com.acme.half"))).toBe(true);
  await openInsertHosting(mixer, "Half");
  await mixer.getByRole("menuitem", { name: /^Inline/ }).click();
  await expect.poll(() => hosting(mixer, "Snare"), { timeout: 15_000 }).toEqual({ said: "inline", runs: "inline" });

  await openInsertHosting(mixer, "Half");
  await mixer.getByRole("menuitem", { name: /^Trust Half no longer/ }).click();
  await expect.poll(() => hosting(mixer, "Snare"), { timeout: 15_000 }).toEqual({ said: "inline", runs: "isolated" });
  expect(await mixer.evaluate(() => localStorage.getItem("headroom.trusted-code"))).toBe("[]");
  await removeOwnPlugins(mixer);
  await server.close();
});
