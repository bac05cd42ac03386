/// <reference types="node" />
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { strip, waitUntilReady } from "../testing/mixer-test.js";

/** How often the browser is killed; the whole test takes 20: `HEADROOM_KILLS=20`. */
const KILLS = Number(process.env["HEADROOM_KILLS"] ?? 2);
const ROUND_MS = 60_000;

/** A browser as a person starts it, which can be killed. */
async function start(executable: string, args: readonly string[], profile: string): Promise<{ readonly process: ChildProcess; readonly browser: Browser }> {
  const portFile = path.join(profile, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  // A process group of its own, so that all of it goes at once.
  const started = spawn(executable, ["--headless=new", "--no-sandbox", "--no-first-run", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--window-size=1280,800", ...args, "about:blank"], { stdio: "ignore", detached: true });
  await expect.poll(() => existsSync(portFile) && readFileSync(portFile, "utf8").includes("\n"), { timeout: 30_000 }).toBe(true);
  const [port = ""] = readFileSync(portFile, "utf8").split("\n");
  return { process: started, browser: await chromium.connectOverCDP(`http://127.0.0.1:${port}`) };
}

function kill({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, "SIGKILL");
}

/** The session as far as this test edits it, and whether all of its audio is there. */
function state(page: Page) {
  return page.evaluate(() => {
    const { strips = {}, tempo, audio = {} } = window.headroom?.document.snapshot() ?? {};
    return { tempo, faderDb: Object.values(strips).find(({ name }) => name === "Bass")?.faderDb, files: Object.keys(audio).length };
  });
}

test(`the browser is killed in the middle of a drag, ${KILLS} times: nothing but the unfinished drag is lost`, async ({ baseURL }, info) => {
  test.setTimeout(120_000 + KILLS * ROUND_MS);
  const { executablePath = "", args = [] } = info.project.use.launchOptions ?? {};
  const profile = info.outputPath("profile");
  let expected: Awaited<ReturnType<typeof state>> | undefined;
  for (let round = 0; round <= KILLS; round++) {
    const { process: running, browser } = await start(executablePath, args, profile);
    try {
      const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(baseURL ?? "");
      await waitUntilReady(page);
      if (expected) expect(await state(page), `after kill ${round}`).toEqual(expected);
      await expect(page.getByRole("region", { name: "Messages" }).getByText(/not stored|damaged|not opened/)).toHaveCount(0);
      if (round === KILLS) break;
      // An edit that is done: it must be there next time.
      await page.evaluate((tempo) => window.headroom?.document.song.setTempo(tempo), 90 + round);
      const fader = strip(page, "Bass").getByRole("slider", { name: /fader/i }).first();
      const box = await fader.boundingBox();
      expected = await state(page);
      await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      await page.mouse.down();
      for (let step = 1; step <= 5 + round; step++) await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2 + 3 * step);
      // The document knows nothing of it yet; the engine does.
      expect((await state(page)).faderDb).toBe(expected.faderDb);
    } finally {
      kill(running);
      await browser.close().catch(() => undefined);
      await new Promise((resolve) => (running.exitCode ?? running.signalCode ? resolve(undefined) : running.once("exit", resolve)));
    }
  }
});
