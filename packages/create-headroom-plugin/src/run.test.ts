import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { run } from "./run.js";
import { temporaryFolder } from "./scaffold-harness.js";
import { writeProject } from "./write-project.js";

const said: string[] = [];
vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
vi.spyOn(console, "error").mockImplementation((text: string) => void said.push(text));
afterEach(() => void said.splice(0));

const scripted = { isTerminal: false };

it("writes a project with what the flags say and the defaults for the rest, and says how to hear it", async () => {
  const folder = path.join(await temporaryFolder(), "glass-hall");
  expect(await run([folder, "--yes", "--kind", "dynamics", "--view", "generic"], scripted)).toBe(0);
  const text = readFileSync(path.join(folder, "src/index.ts"), "utf8");
  expect(text).toContain('id: "com.my-company.glass-hall"');
  expect(text).toContain('name: "Glass Hall"');
  expect(existsSync(path.join(folder, ".github/workflows/ci.yml"))).toBe(true);
  expect(existsSync(path.join(folder, "src/view.tsx"))).toBe(false);
  expect(said.join("\n")).toContain(`Glass Hall is written. To hear it:\n  cd ${folder}\n  npm install\n  npm run dev`);
});

it.each([
  [["--kind", "reverb"], `"reverb" is no kind; choose one of effect, dynamics, meter.`],
  [["--id", "tremolo"], `"tremolo" is no id; write a reverse domain name in small letters, such as com.acme.tremolo.`],
  [["--name", " "], "The name is empty; write at least one letter."],
  [["--vendor", `O"Neill`], "write it without quotes"],
  [["--colour", "red"], "--help tells all options."],
  [["a", "b"], "There is one folder to say, but 2 were given: a, b."],
  [["tremolo"], "There is no terminal to ask at; add --yes to take the defaults for what is not said."],
])("of %j it says: %s", async (args, sentence) => {
  expect(await run(args, scripted)).toBe(2);
  expect(said.join("\n")).toContain(sentence);
});

it("leaves a folder that holds something as it is", async () => {
  const folder = await temporaryFolder();
  writeFileSync(path.join(folder, "song.wav"), "");
  expect(await run([folder, "--yes"], scripted)).toBe(2);
  expect(said).toEqual([`${folder} is not empty (it holds song.wav); choose another folder, or empty it.`]);
  expect(readdirSync(folder)).toEqual(["song.wav"]);
});

it("writes into an empty folder, a new repository among them", async () => {
  const folder = await temporaryFolder();
  mkdirSync(path.join(folder, ".git"));
  expect(await run([folder, "--yes"], scripted)).toBe(0);
  expect(readdirSync(folder)).toContain("package.json");
});

it("leaves nothing behind when a file cannot be written", async () => {
  const parent = await temporaryFolder();
  const files = new Map([["src/a.ts", "a"], ["src/a.ts/b.ts", "no folder"]]);
  await expect(writeProject(path.join(parent, "new"), files)).rejects.toThrow("The project could not be written, and nothing of it was left");
  expect(readdirSync(parent)).toEqual([]);
  mkdirSync(path.join(parent, ".git"));
  await expect(writeProject(parent, files)).rejects.toThrow("nothing of it was left");
  expect(readdirSync(parent)).toEqual([".git"]);
});
