import * as sdk from "@headroom/sdk";
import * as testing from "@headroom/sdk/testing";
import * as matchers from "@headroom/sdk/vitest";
import ts from "typescript";
import * as vitest from "vitest";

/**
 * The code in the documents is compiled with this package's settings, and its tests are run. A block's info string
 * names its file: "ts gain.ts". Files of one document can import each other.
 */

const ROOT = new URL("../../..", import.meta.url).pathname;
const PACKAGE = `${ROOT}packages/engine/`;
const TUTORIAL = "docs/writing-a-plugin.md";
const WITH_CODE = [TUTORIAL, "packages/sdk/README.md", "packages/engine/README.md"];
const PAGES = [...ts.sys.readDirectory(`${ROOT}docs`, [".md"]).map((path) => path.slice(ROOT.length)), ...WITH_CODE.slice(1)];

function read(path: string): string {
  return ts.sys.readFile(ROOT + path) ?? "";
}

/** The files that a document's blocks make, by name. */
function filesOf(page: string): Map<string, string> {
  return new Map([...page.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(([, name = "", code = ""]) => [name, code]));
}

/** What the compiler says of files, by path, as if they lay in this package. */
function complaints(files: ReadonlyMap<string, string>): string[] {
  const config: unknown = ts.readConfigFile(`${PACKAGE}tsconfig.json`, ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, PACKAGE);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.directoryExists = (name) => [...files.keys()].some((file) => file.startsWith(`${name}/`)) || ts.sys.directoryExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) => {
    const code = files.get(name);
    return code === undefined ? getSourceFile(name, target, ...rest) : ts.createSourceFile(name, code, target);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
}

/** Runs a file of a document; its imports are the packages and the document's other files. */
function run(name: string, files: ReadonlyMap<string, string>): unknown {
  const code = files.get(name);
  if (code === undefined) throw new Error(`The document has no file ${name}.`);
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 } });
  const packages: Record<string, unknown> = { "@headroom/sdk": sdk, "@headroom/sdk/testing": testing, "@headroom/sdk/vitest": matchers, vitest };
  const require = (from: string) => packages[from] ?? run(from.replace(/^\.\/(.*)\.js$/, "$1.ts"), files);
  const exports = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the code comes from this repository's documents
  new Function("require", "exports", outputText)(require, exports);
  return exports;
}

vitest.it("all code in the documents compiles", { timeout: 60_000 }, () => {
  const files = WITH_CODE.flatMap((path, i) => [...filesOf(read(path))].map(([name, code]) => [`${PACKAGE}src/document${i}/${name}`, code] as const));
  vitest.expect(files.length).toBeGreaterThan(WITH_CODE.length);
  vitest.expect(complaints(new Map(files))).toEqual([]);
});

for (const path of WITH_CODE) {
  const files = filesOf(read(path));
  const tests = [...files.keys()].filter((name) => name.endsWith(".test.ts"));
  if (tests.length === 0) continue;
  vitest.describe(path, () => {
    for (const name of tests) run(name, files);
  });
}

vitest.it("no block of TypeScript goes unchecked", () => {
  for (const path of PAGES) vitest.expect(WITH_CODE.includes(path) ? read(path).match(/^```(ts|typescript)$/gm) : read(path).match(/^```(ts|typescript)/gm)).toBeNull();
});

vitest.it("the first plugin of the tutorial fits in twenty lines", () => {
  vitest.expect(filesOf(read(TUTORIAL)).get("gain.ts")?.trim().split("\n").length).toBeLessThanOrEqual(20);
});

vitest.it("every link to a file of this repository leads to one", () => {
  const there = (path: string) => ts.sys.fileExists(path) || ts.sys.directoryExists(path);
  for (const path of PAGES) {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = ""]) => link);
    const folder = ROOT + path.replace(/[^/]*$/, "");
    vitest.expect(links.filter((link) => !there(ts.sys.resolvePath(folder + link))), path).toEqual([]);
  }
});
