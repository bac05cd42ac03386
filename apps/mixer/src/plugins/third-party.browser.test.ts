import type { Page } from "@playwright/test";
import { expect, strip, test } from "../testing/mixer-test.js";
import { packageFiles, processorText, removeOwnPlugins, servePlugin, viewText, type PluginServer } from "../testing/plugin-server-harness.js";

let server: PluginServer;
test.beforeEach(async () => {
  server = await servePlugin(packageFiles(processorText(), viewText()));
});
test.afterEach(async ({ mixer }) => {
  await server.close();
  await removeOwnPlugins(mixer);
});

async function addByUrl(page: Page, url: string): Promise<void> {
  await page.getByRole("button", { name: "Plugins", exact: true }).click();
  await page.getByRole("textbox", { name: "Address of the plugin" }).fill(url);
  await page.getByRole("button", { name: "Add", exact: true }).click();
}

/** Puts a plugin into an empty slot of a strip, and gives the insert's id. */
async function insertInto(page: Page, stripName: string, plugin: RegExp): Promise<string> {
  await strip(page, stripName).locator(".slot-empty").first().click();
  await page.getByRole("menuitem", { name: plugin }).click();
  return page.evaluate(() => document.querySelector<HTMLElement>(".window")?.dataset["insert"] ?? "");
}

const state = (page: Page, insertId: string) => page.evaluate((id) => window.headroom?.engine?.insertStatus(id)?.state, insertId);
const close = (page: Page) => page.keyboard.press("Escape");

test("a plugin is added by its address, is heard, and its view in a frame moves a parameter as one undo step", async ({ mixer }) => {
  await addByUrl(mixer, server.url);
  await expect(mixer.getByRole("list", { name: "Plugins" })).toContainText("Half");
  await close(mixer);
  const insert = await insertInto(mixer, "Pad", /Half/);
  await expect.poll(() => state(mixer, insert)).toBe("running");
  const view = mixer.frameLocator("iframe[title='View of Half']");
  await expect(view.getByRole("slider", { name: "Amount" })).toBeVisible();
  await expect(mixer.locator("iframe[title='View of Half']")).toHaveAttribute("sandbox", "allow-scripts");
  expect(await mixer.locator(".window-frame").boundingBox()).toMatchObject({ width: 320, height: 160 });

  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  await view.getByRole("slider").click({ position: { x: 10, y: 5 } });
  await expect.poll(() => ratio(mixer, insert)).toBeLessThan(0.1);
  await expect(mixer.getByRole("button", { name: /^Undo: Change amount of Half/ })).toBeVisible();
  await mixer.getByRole("button", { name: /^Undo: Change amount of Half/ }).click();
  await expect(view.locator("output")).toContainText("0.0 ");
  await expect.poll(() => ratio(mixer, insert)).toBeGreaterThan(0.45);
});

test("theme, undo by key, Escape and Tab work in a view's frame", async ({ mixer }) => {
  await addByUrl(mixer, server.url);
  await close(mixer);
  await insertInto(mixer, "Pad", /Half/);
  const view = mixer.frameLocator("iframe");
  await expect(view.locator("output")).toContainText(/dark|light/);
  const before = (await view.locator("output").textContent())?.includes("dark");
  await mixer.getByRole("button", { name: /theme$/ }).click();
  await expect(view.locator("output")).toContainText(before ? "light" : "dark");
  await mixer.getByRole("button", { name: /theme$/ }).click();

  await view.getByRole("slider").click({ position: { x: 10, y: 5 } });
  await expect(mixer.getByRole("button", { name: /^Undo: Change amount/ })).toBeVisible();
  await mixer.keyboard.press("Control+z");
  await expect(view.locator("output")).toContainText("0.0 ");
  await view.getByRole("button", { name: "Last" }).focus();
  await mixer.keyboard.press("Tab");
  expect(await mixer.evaluate(() => document.activeElement?.tagName)).not.toBe("IFRAME");
  await view.getByRole("button", { name: "Last" }).click();
  // A moment later: Playwright would wait for the answer of a frame that the key has closed.
  await view.getByRole("button", { name: "Last" }).evaluate((button) => void setTimeout(() => button.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", code: "Escape", bubbles: true })), 100));
  await expect(mixer.locator(".window")).toHaveCount(0);
});

test("a changed bundle is told before it runs, and runs only when it is agreed to", async ({ mixer }) => {
  await addByUrl(mixer, server.url);
  await expect(mixer.getByRole("list", { name: "Plugins" })).toContainText("Half 1.0.0");
  server.files = packageFiles(processorText({ version: "1.1.0" }), viewText());
  await mixer.getByRole("button", { name: "Load Half anew" }).click();
  const question = mixer.getByRole("dialog", { name: "Half has changed" });
  await expect(question).toContainText("1.0.0 → 1.1.0");
  await question.getByRole("button", { name: "Keep the one here" }).click();
  await expect(mixer.getByRole("list", { name: "Plugins" })).toContainText("Half 1.0.0");
  await mixer.getByRole("button", { name: "Load Half anew" }).click();
  await question.getByRole("button", { name: "Use the new one" }).click();
  await expect(mixer.getByRole("list", { name: "Plugins" })).toContainText("Half 1.1.0");
});

test("what is wrong with a package is one sentence", async ({ mixer }) => {
  await addByUrl(mixer, `${server.url}nowhere.json`);
  const fault = mixer.getByRole("dialog", { name: "Plugins" }).getByRole("alert");
  await expect(fault).toContainText("The server answered 404");
  const again = async (files: Record<string, string>) => {
    server.files = files;
    await mixer.getByRole("textbox", { name: "Address of the plugin" }).fill(server.url);
    await mixer.getByRole("button", { name: "Add", exact: true }).click();
  };
  await again(packageFiles(processorText(), viewText(), { contract: 99 }));
  await expect(fault).toContainText("is written for version 99 of the plugin contract; this mixer knows up to 1");
  await again({ ...packageFiles(processorText()), "/processor.js": processorText({ gain: 0.1 }) });
  await expect(fault).toContainText(/processor\.js of the plugin from .* has the hash sha256-.*; its manifest says sha256-/);
  await again(packageFiles(processorText(), undefined, { id: "com.acme.other" }));
  await expect(fault).toContainText("says com.acme.other, but its processor states com.acme.half");
  await again(packageFiles(processorText({ id: "dev.headroom.gain-trim" })));
  await expect(fault).toContainText("has the id dev.headroom.gain-trim of one that comes with the mixer");
  await again(packageFiles(processorText()));
  await expect(mixer.getByRole("list", { name: "Plugins" })).toContainText("Half");
});

test("a plugin comes as dropped files, as a zip, and as an npm package of the developer's project", async ({ mixer }) => {
  const drop = (files: Record<string, string>, zip: boolean) =>
    mixer.evaluate(
      async ([entries, asZip]) => {
        const transfer = new DataTransfer();
        if (asZip) transfer.items.add(new File([Uint8Array.from(atob(entries[0]![1]), (letter) => letter.charCodeAt(0))], "half.zip"));
        else for (const [name, text] of entries) transfer.items.add(new File([text], name.slice(1)));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
      },
      [Object.entries(files), zip] as const,
    );
  const has = (version: string) => expect.poll(() => mixer.evaluate(() => window.headroom?.plugins.entries.value.find(({ descriptor }) => descriptor.id === "com.acme.half")?.descriptor.version)).toBe(version);
  await drop({ "/half.js": processorText() }, false);
  await has("1.0.0");
  const { zipSync, strToU8 } = await import("fflate");
  const zipped = zipSync(Object.fromEntries(Object.entries(packageFiles(processorText({ version: "2.0.0" }), viewText())).map(([name, text]) => [`dist${name}`, strToU8(text)])));
  await drop({ zip: Buffer.from(zipped).toString("base64") }, true);
  await mixer.getByRole("button", { name: "Use the new one" }).click();
  await has("2.0.0");

  server.files = {
    "/node_modules/@acme/half/package.json": JSON.stringify({ name: "@acme/half", headroom: "./dist/headroom-plugin.json" }),
    ...Object.fromEntries(Object.entries(packageFiles(processorText({ version: "3.0.0" }))).map(([name, text]) => [`/node_modules/@acme/half/dist${name}`, text])),
  };
  await mixer.getByRole("button", { name: "Plugins", exact: true }).click();
  await mixer.getByRole("combobox", { name: "Add from" }).selectOption("npm package");
  await mixer.getByRole("textbox", { name: "Name of the package" }).fill("@acme/half");
  await mixer.getByRole("textbox", { name: "Address of node_modules" }).fill(`${server.url}node_modules/`);
  await mixer.getByRole("button", { name: "Add", exact: true }).click();
  await mixer.getByRole("button", { name: "Use the new one" }).click();
  await has("3.0.0");
});

/** Output peak to input peak of an insert; 1 while it is quiet. */
function ratio(page: Page, insertId: string): Promise<number> {
  return page.evaluate((id) => {
    const levels = new Float32Array(4);
    window.headroom?.engine?.readInsertLevels(id, levels);
    return (levels[0] ?? 0) > 0.005 ? (levels[2] ?? 0) / (levels[0] ?? 1) : 1;
  }, insertId);
}

test("what is said of a stopped plugin goes once it runs again, and its window is no wider for it", async ({ mixer }) => {
  server.files = packageFiles(processorText({ processor: "() => ({ process() { throw new Error('nothing is ready to play yet, whatever the host may ask of it'); } })" }), viewText());
  await addByUrl(mixer, server.url);
  await close(mixer);
  const insert = await insertInto(mixer, "Pad", /Half/);
  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => state(mixer, insert), { timeout: 30_000 }).toBe("stopped");
  const message = mixer.locator(".message", { hasText: "was stopped after" });
  await expect(message).toBeVisible();
  expect((await mixer.locator(".window").boundingBox())?.width).toBeLessThan(330);

  server.files = packageFiles(processorText({ version: "1.1.0" }), viewText());
  await mixer.getByRole("button", { name: "Plugins", exact: true }).click();
  await mixer.getByRole("button", { name: "Load Half anew" }).click();
  await mixer.getByRole("button", { name: "Use the new one" }).click();
  await expect.poll(() => state(mixer, insert)).toBe("running");
  await expect(message).toHaveCount(0);
});
