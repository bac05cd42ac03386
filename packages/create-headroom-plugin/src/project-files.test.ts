import path from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { projectFiles } from "./project-files.js";
import { COMBINATIONS, folderHere } from "./scaffold-harness.js";
import { writeProject } from "./write-project.js";

const { folder, remove } = await folderHere();
afterAll(remove);
for (const answers of COMBINATIONS) await writeProject(path.join(folder, answers.folder), projectFiles(answers));

it("types hold in every project, with the settings that it comes with", { timeout: 300_000 }, () => {
  const roots: string[] = [];
  let options: ts.CompilerOptions = {};
  for (const { folder: name } of COMBINATIONS) {
    const project = path.join(folder, name);
    const config: unknown = ts.readConfigFile(path.join(project, "tsconfig.json"), ts.sys.readFile).config;
    const parsed = ts.parseJsonConfigFileContent(config, ts.sys, project);
    // Against the source of the packages, for which nothing need be built.
    options = { ...parsed.options, customConditions: ["@headroom/source"] };
    roots.push(...parsed.fileNames.filter((file) => !file.endsWith("vite.config.ts")));
  }
  expect(roots.length).toBeGreaterThan(4 * COMBINATIONS.length);
  const own = ts.getPreEmitDiagnostics(ts.createProgram(roots, options)).filter(({ file }) => file === undefined || roots.includes(file.fileName));
  expect(own.map(({ file, messageText }) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`)).toEqual([]);
});

for (const { folder: name } of COMBINATIONS) {
  describe(name, async () => {
    await import(/* @vite-ignore */ path.join(folder, name, "src/plugin.test.ts"));
  });
}

it("name, vendor and id stand where they belong", () => {
  const [answers] = COMBINATIONS;
  if (!answers) throw new Error("There is no combination.");
  const files = projectFiles({ ...answers, folder: "a/glass-hall", name: "Glass $& Hall", vendor: "Äpfel & Co", id: "com.apfel.glass" });
  expect(files.get("src/index.ts")).toContain('id: "com.apfel.glass",\n  name: "Glass $& Hall",\n  vendor: "Äpfel & Co"');
  expect(files.get("README.md")).toContain("# Glass $& Hall");
  expect(JSON.parse(files.get("package.json") ?? "")).toMatchObject({ name: "glass-hall", headroom: "./dist/headroom-plugin.json" });
});

it("a project's README says what each of its sources holds", () => {
  for (const answers of COMBINATIONS) {
    const files = projectFiles(answers);
    const sources = [...files.keys()].filter((file) => /^(src|assembly)\/.*\.tsx?$/.test(file));
    for (const file of sources) expect(files.get("README.md"), answers.folder).toContain(`| \`${file}\` |`);
  }
});

it("a project asks only for what it imports, in versions that are stated", () => {
  for (const answers of COMBINATIONS) {
    const files = projectFiles(answers);
    const { devDependencies } = JSON.parse(files.get("package.json") ?? "") as { readonly devDependencies: Readonly<Record<string, string>> };
    expect(Object.values(devDependencies)).not.toContain("");
    expect("react" in devDependencies, answers.folder).toBe(files.has("src/view.tsx"));
    expect("assemblyscript" in devDependencies, answers.folder).toBe(files.has("assembly/kernel.ts"));
    const imported = [...files].filter(([file]) => file.endsWith(".ts") || file.endsWith(".tsx")).flatMap(([, text]) => [...text.matchAll(/from "((?:@[^/"]+\/)?[^./"][^/"]*)/g)].map(([, name = ""]) => name));
    for (const name of imported) expect(Object.keys(devDependencies)).toContain(name);
  }
});
