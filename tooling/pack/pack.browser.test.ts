import { expect, test } from "@playwright/test";
import { serveBuilt } from "../vite/serve-built.mjs";
import { OutsideProject } from "./outside-project.mjs";
import type { Heard } from "./page/heard.js";

test.describe.configure({ mode: "serial" });

const project = new OutsideProject();
test.afterAll(() => project.remove());

test("the packed packages install outside the workspace", async () => {
  await project.install();
});

test("their types hold there", async () => {
  await project.typecheck();
});

test("a page builds with them", async () => {
  await project.build();
});

test("the command line finds and validates a plugin", async () => {
  await project.headroom(["validate", "gain-trim", "--strictness", "2"]);
});

test("the page plays audio", async ({ page }) => {
  const server = await serveBuilt({ root: project.folder, port: 0, host: "localhost" });
  try {
    await page.goto(`http://localhost:${server.port}/`);
    const heard = await page.evaluate((): Promise<Heard> => window.playTone());
    expect(heard).toMatchObject({ isolated: true, workers: 1, state: "running" });
    // −12 dBFS: 2048 samples meet the crest of 440 Hz to within 0.1 %.
    expect(heard.peak).toBeCloseTo(10 ** (-12 / 20), 3);
  } finally {
    await server.close();
  }
});
