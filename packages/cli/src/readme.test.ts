import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { bundlePlugin, bundleProgram } from "./plugin/scripts-harness.js";
import { CHECKS } from "./validate/checks.js";
import { makeWav, temporaryFolder } from "./wav/wav-harness.js";

const README = path.resolve(import.meta.dirname, "../README.md");
const readme = readFileSync(README, "utf8");

/** A folder with what the README speaks of: a song, and an installed plugin. */
function projectFolder(): string {
  const folder = temporaryFolder();
  const tone = (hz: number) => Array.from({ length: 20 * 48_000 }, (_, n) => Math.round(0.25 * 2 ** 15 * Math.sin((2 * Math.PI * hz * n) / 48_000)));
  writeFileSync(path.join(folder, "song.wav"), makeWav({ type: "s16", samples: [tone(997), tone(1003)] }));
  const plugin = path.join(folder, "node_modules/@headroom/gain-trim");
  mkdirSync(plugin, { recursive: true });
  writeFileSync(path.join(plugin, "package.json"), JSON.stringify({ name: "@headroom/gain-trim", exports: { "./processor.js": "./processor.js" } }));
  writeFileSync(path.join(plugin, "processor.js"), readFileSync(bundlePlugin("gain-trim")));
  return folder;
}

it("every command of the README does what it says", { timeout: 120_000 }, () => {
  const [program, folder] = [bundleProgram(), projectFolder()];
  const commands = [...readme.matchAll(/^```sh\nnpx headroom (.*)\n```$/gm)].map(([, line = ""]) => line);
  expect(commands.length).toBeGreaterThan(3);
  const outputs = commands.map((line) => {
    const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8" });
    expect([line, status, stderr]).toEqual([line, 0, ""]);
    return stdout;
  });
  expect(readme).toContain(`\`\`\`text\n${outputs[0] ?? ""}\`\`\``);
  expect(JSON.parse(outputs[1] ?? "")).toHaveLength(1);
  expect(outputs[2]).toMatch(/^quieter\.wav: 20\.00 s, stereo, 48 kHz, by Gain Trim [\d.]+; no latency; \d+ × real time\n$/);
  expect(outputs[3]).toContain(" 0 failed");
});

it("the program ends with 1 where something failed, and says so on stderr", { timeout: 60_000 }, () => {
  const [program, cwd] = [bundleProgram(), projectFolder()];
  const headroom = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { cwd, encoding: "utf8" });
  writeFileSync(path.join(cwd, "broken.js"), "export default {};");
  const { status, stdout } = headroom("validate", "broken.js", "--json", "--strictness", "1");
  const { plugin, checks } = JSON.parse(stdout) as { plugin: string; checks: { id: string; level: number; status: string; message: string }[] };
  expect([status, path.basename(plugin), checks.find((check) => check.status === "fail")?.id]).toEqual([1, "broken.js", "contract.statement"]);
  expect(headroom("process", "broken.js", "song.wav", "out.wav")).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("states a wrong contract") as string });
  expect(headroom("process", "gain-trim", "song.wav", "out.wav", "--set", "gian=3")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining('There is no parameter "gian"; there is gain,') as string });
  expect(headroom("process", "gain-trim", "song.wav", "out.wav", "--block", "4096")).toMatchObject({ status: 2, stderr: expect.stringContaining("A block of 4096 frames cannot be") as string });
  expect(headroom("validate", "gain-trim", "--strictness", "11")).toMatchObject({ status: 2, stderr: expect.stringContaining("A strictness of 11 cannot be") as string });
  expect(headroom("validate", "nothing")).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no plugin "nothing"') as string });
});

it("the README lists the checks as they are", () => {
  const levels = [...new Set(CHECKS.map(({ level }) => level))].sort((a, b) => a - b);
  const rows = levels.map((level) => `| ${level} | ${CHECKS.filter((check) => check.level === level).map(({ id }) => `\`${id}\``).join(", ")} |`);
  expect(readme).toContain(["<!-- checks:start -->", "| level | checks |", "|---|---|", ...rows, "<!-- checks:end -->"].join("\n"));
});
