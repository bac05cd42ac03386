import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { seriousFaults } from "../testing/serious-faults.js";
import { strip, waitUntilReady } from "../testing/mixer-test.js";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Sessions" });
const row = (page: Page, name: string) => dialog(page).locator("[data-session-row]", { hasText: name });
const sessionName = (page: Page) => page.getByRole("textbox", { name: "Session name" });

/** Makes an empty session and waits until it is open. */
async function openNew(page: Page): Promise<void> {
  await page.keyboard.press("Control+o");
  await dialog(page).getByRole("button", { name: "New session" }).click();
  await expect(sessionName(page)).toHaveValue(/^New session/);
  await waitUntilReady(page);
}

/** Drops a file with this content on the page. */
function drop(page: Page, name: string, content: Buffer): Promise<void> {
  return page.evaluate(([fileName, base64]) => {
    const files = new DataTransfer();
    files.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
  }, [name, content.toString("base64")] as const);
}

test("sessions are made, named, copied, deleted and brought back, by keyboard and by pointer", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await waitUntilReady(page);
  const demo = await sessionName(page).inputValue();

  await openNew(page);
  await expect(page.locator(".strip")).toHaveCount(1);
  await sessionName(page).fill("Ballad");
  await page.keyboard.press("Enter");

  // By pointer.
  await page.getByRole("button", { name: "Sessions", exact: true }).click();
  await expect(row(page, "Ballad")).toHaveAttribute("aria-current", "true");
  await expect(row(page, demo)).toContainText("10 audio files");
  await dialog(page).getByRole("button", { name: "Duplicate Ballad" }).click();
  await dialog(page).getByRole("button", { name: "Rename Ballad copy" }).click();
  await dialog(page).getByRole("textbox", { name: "New name of Ballad copy" }).fill("Waltz");
  await page.keyboard.press("Enter");
  await expect(row(page, "Waltz")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Delete Waltz" }).click();
  await expect(row(page, "Waltz")).toHaveCount(0);
  await dialog(page).getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Waltz")).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);

  // By keyboard.
  await row(page, "Waltz").focus();
  await page.keyboard.press("Delete");
  await expect(row(page, "Waltz")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(row(page, "Waltz")).toBeVisible();
  await row(page, "Waltz").focus();
  await page.keyboard.press("F2");
  await page.keyboard.type("Polka");
  await page.keyboard.press("Enter");
  await expect(row(page, "Polka")).toBeVisible();
  await row(page, demo).focus();
  await page.keyboard.press("Enter");
  await expect(sessionName(page)).toHaveValue(demo);
  await waitUntilReady(page);
  await expect(strip(page, "Vocal")).toBeVisible();

  // The open one too; another opens, and the message brings it back.
  await page.keyboard.press("Control+o");
  await dialog(page).getByRole("button", { name: `Delete ${demo}` }).click();
  await expect(sessionName(page)).not.toHaveValue(demo);
  await waitUntilReady(page);
  await page.getByRole("region", { name: "What can be undone" }).getByRole("button", { name: "Undo" }).click();
  await expect(sessionName(page)).toHaveValue(demo);

  // Loading the page again stays with it, though another was changed later.
  await page.reload();
  await expect(sessionName(page)).toHaveValue(demo);
});

test("a session goes out as one file and comes in as a new one, to the bit; what is no session is refused in a sentence", async ({ page }, info) => {
  test.slow();
  await page.goto("/");
  await waitUntilReady(page);
  const content = () => page.evaluate(() => {
    const { name: _, ...rest } = window.headroom?.document.snapshot() ?? {};
    return rest;
  });
  await page.evaluate(() => {
    const session = window.headroom?.document;
    session?.strips.set(session.snapshot().order[0] ?? "", { faderDb: -7.25 });
  });
  const before = await content();
  const name = await sessionName(page).inputValue();
  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${name}.headroom`);
  const path = info.outputPath("Song.headroom");
  await file.saveAs(path);
  const bytes = await readFile(path);

  await drop(page, "Half.headroom", bytes.subarray(0, 1000));
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("“Half.headroom” cannot be read: the zip is damaged. Save the session again.");
  await expect(sessionName(page)).toHaveValue(name);

  await page.keyboard.press("Control+o");
  const chooser = page.waitForEvent("filechooser");
  await dialog(page).getByRole("button", { name: "Open file…" }).click();
  await (await chooser).setFiles(path);
  const opened = expect(page.getByText("“Song.headroom” was opened as a new session.")).toBeVisible({ timeout: 30_000 });
  await expect(sessionName(page)).toHaveValue(`${name} 2`, { timeout: 30_000 });
  await opened;
  await waitUntilReady(page);
  expect(await content()).toEqual(before);
  await page.keyboard.press("Control+o");
  await expect(row(page, name)).toHaveCount(2);
});

test("two pages on one session hear each other's edits, and each takes back its own", async ({ page, context }) => {
  test.slow();
  await page.goto("/");
  await waitUntilReady(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await waitUntilReady(other);
  const fader = (one: Page) => one.evaluate(() => Object.values(window.headroom?.document.snapshot().strips ?? {}).find(({ name }) => name === "Bass")?.faderDb);
  const set = (one: Page, faderDb: number) => one.evaluate((value) => {
    const session = window.headroom?.document;
    const bass = Object.values(session?.snapshot().strips ?? {}).find(({ name }) => name === "Bass");
    session?.strips.set(bass?.id ?? "", { faderDb: value });
  }, faderDb);
  await set(page, -3);
  await expect.poll(() => fader(other)).toBe(-3);
  await other.evaluate(() => window.headroom?.document.strips.add("bus", { name: "From the other" }));
  await expect(strip(page, "From the other")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(() => fader(other)).toBe(0);
  await expect(strip(page, "From the other")).toBeVisible();
  // Both at once.
  await Promise.all([set(page, -9), other.evaluate(() => window.headroom?.document.song.setTempo(101))]);
  const tempo = (one: Page) => one.evaluate(() => window.headroom?.document.snapshot().tempo);
  await expect.poll(() => Promise.all([fader(page), fader(other), tempo(page), tempo(other)])).toEqual([-9, -9, 101, 101]);
  await Promise.all([page, other].map((one) => one.waitForTimeout(300)));
  await other.close();
  await page.reload();
  await expect.poll(() => Promise.all([fader(page), tempo(page)])).toEqual([-9, 101]);
});
