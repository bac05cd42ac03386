import { expect, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { CreatedProject } from "./created-project.mjs";
import { serveRegistry } from "./local-registry.mjs";
import { MixerPage } from "./mixer-window.js";
import { packAll } from "./tarballs.mjs";

test.describe.configure({ mode: "serial" });

/** Figures belong into the log; how fast this machine is today is no matter of right or wrong. */
const tell = (line: string) => void process.stdout.write(`${line}\n`);
const parent = mkdtempSync(path.join(os.tmpdir(), "headroom-created-"));
let registry: Awaited<ReturnType<typeof serveRegistry>>;

test.beforeAll(async () => {
  const packed = await packAll(parent);
  registry = await serveRegistry(packed);
});
test.afterAll(async () => {
  await registry.close();
  rmSync(parent, { recursive: true, force: true });
});

for (const [kind, kernel, view] of [["dynamics", "typescript", "react"], ["meter", "typescript", "react"], ["effect", "assemblyscript", "react"]] as const) {
  test(`a project of ${kind}, ${kernel} and ${view} passes its own tests outside the workspace`, async () => {
    const project = new CreatedProject(parent, `${kind}-${kernel}`, registry.env);
    await project.create(["--kind", kind, "--kernel", kernel, "--view", view]);
    await project.install();
    await project.run("typecheck");
    // Tests, build and validator.
    expect(await project.run("test")).toContain("0 failed");
    await project.run("build");
  });
}

test("three commands from nothing to sound; a save is heard while the song goes on", async ({ page }) => {
  // What npm keeps is warm: the projects before asked for the same packages.
  const startedAt = Date.now();
  const project = new CreatedProject(parent, "tremble", registry.env);
  await project.create(["--kind", "effect", "--view", "generic"]);
  await project.install();
  const server = await project.dev();
  try {
    const mixer = await MixerPage.open(page, server.url);
    await mixer.play();
    tell(`npm create to sound in the mixer: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);

    // Open, the filter is nearly a wire: what is louder than its input by far is the new code.
    await mixer.setParam("cutoff", 20_000);
    await page.waitForTimeout(1000);
    const before = await mixer.moment();
    const longestSilence = await mixer.record(3);
    const heard = mixer.untilLouderThan(2.5);
    const savedAt = project.edit("src/processor.ts", "REST ? 0 : low", "REST ? 0 : 4 * low");
    const { told, fetched, described, ready, played, hop } = await heard;
    tell(`save to new sound: ${played - savedAt} ms at the insert, ${(played + hop - savedAt).toFixed(0)} ms at the master`);
    const parts = { "noticed and built": told - savedAt, fetched: fetched - told, described: described - fetched, "made and warm": ready - described, "changed over": played - ready, hop };
    tell(`  ${Object.entries(parts).map(([part, ms]) => `${part} ${ms.toFixed(0)} ms`).join(", ")}; of the first, the build ${/built in (\d+) ms(?![^]*built in)/.exec(server.output())?.[1]} ms`);
    const after = await mixer.moment();
    tell(`dropouts from save to new sound: ${after.dropouts - before.dropouts}; longest silence at the master: ${(await longestSilence()).toFixed(1)} ms`);
    expect(after).toMatchObject({ state: "running", playing: true, params: { cutoff: 20_000 } });
    expect(await longestSilence()).toBeLessThan(10);

    // What does not build is told, and the last build plays on.
    project.edit("src/processor.ts", "4 * low", "4 *");
    await expect(page.getByRole("region", { name: "Messages" })).toContainText("The plugin was not built; the last one plays on.");
    expect(await mixer.moment()).toMatchObject({ state: "running", playing: true });
    const repaired = mixer.untilLouderThan(6);
    project.edit("src/processor.ts", "4 *", "8 * low");
    await repaired;
    await expect(page.getByRole("region", { name: "Messages" })).not.toContainText("The plugin was not built");
    project.edit("src/processor.ts", "8 * low", "low");
  } finally {
    await server.stop();
  }
  await project.run("test");
});
