import * as sdk from "@headroom/sdk";
import * as testing from "@headroom/sdk/testing";
import * as matchers from "@headroom/sdk/vitest";
import ts from "typescript";
import * as vitest from "vitest";

/**
 * The code in the documents is compiled, and its tests are run. A block's info string names its file: "ts gain.ts"; files
 * of one document can import each other. A block that is named by a path is the code of that file, which its own package
 * compiles and tests.
 */

const ROOT = new URL("../../..", import.meta.url).pathname;
/** It depends on what documents speak of, but for these. */
const PACKAGE = `${ROOT}apps/mixer/`;
const OTHERS = { "@headroom/cli": [`${ROOT}packages/cli/src/index.ts`], "@headroom/dsp": [`${ROOT}packages/dsp/src/index.ts`], "@headroom/vite": [`${ROOT}packages/vite/src/index.ts`] };
/** Types that a document tells its reader to add. */
const AMBIENT = `${ROOT}packages/vite/src/client.d.ts`;
const PAGES = ["README.md", "CONTRIBUTING.md", "docs", "packages", "plugins", "apps", "examples"]
  .flatMap((place) => (place.endsWith(".md") ? [ROOT + place] : ts.sys.readDirectory(ROOT + place, [".md"], ["**/node_modules", "**/dist"])))
  .map((path) => path.slice(ROOT.length));

function read(path: string): string {
  return ts.sys.readFile(ROOT + path) ?? "";
}

/** The files that a document's blocks make, by name. */
function filesOf(page: string): Map<string, string> {
  const blocks = [...page.matchAll(/^```(tsx?)(?: (\S+))?\n(.*?)^```$/gms)];
  return new Map(blocks.flatMap(([, language = "", name, code = ""], i) => (name?.includes("/") ? [] : [[name ?? `block${i}.${language}`, code] as const])));
}

/** What the compiler says of files, by path, as if they lay in this package. */
function complaints(files: ReadonlyMap<string, string>): string[] {
  const config: unknown = ts.readConfigFile(`${PACKAGE}tsconfig.json`, ts.sys.readFile).config;
  const { options: own } = ts.parseJsonConfigFileContent(config, ts.sys, PACKAGE);
  const options = { ...own, types: ["node"], paths: OTHERS };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.directoryExists = (name) => [...files.keys()].some((file) => file.startsWith(`${name}/`)) || ts.sys.directoryExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) => {
    const code = files.get(name);
    return code === undefined ? getSourceFile(name, target, ...rest) : ts.createSourceFile(name, code, target);
  };
  const program = ts.createProgram([AMBIENT, ...files.keys()], options, host);
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

vitest.it("all code in the documents compiles", { timeout: 180_000 }, () => {
  const files = PAGES.flatMap((path, i) => [...filesOf(read(path))].map(([name, code]) => [`${PACKAGE}src/document${i}/${name}`, code] as const));
  vitest.expect(files.length).toBeGreaterThan(15);
  vitest.expect(complaints(new Map(files))).toEqual([]);
});

for (const path of PAGES) {
  const files = filesOf(read(path));
  const tests = [...files.keys()].filter((name) => name.endsWith(".test.ts"));
  if (tests.length === 0) continue;
  vitest.describe(path, () => {
    for (const name of tests) run(name, files);
  });
}

vitest.it("no block of TypeScript goes unchecked under another name", () => {
  for (const path of PAGES) vitest.expect(read(path).match(/^```(typescript|js|jsx|mjs|javascript)\b/gm), path).toBeNull();
});

vitest.it("the smallest complete plugin fits in twenty lines", () => {
  vitest.expect(read("examples/gain/index.ts").trim().split("\n").length).toBeLessThanOrEqual(20);
});

vitest.it("every link to a file of this repository leads to one", () => {
  const there = (path: string) => ts.sys.fileExists(path) || ts.sys.directoryExists(path);
  for (const path of PAGES) {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = ""]) => link);
    const folder = ROOT + path.replace(/[^/]*$/, "");
    vitest.expect(links.filter((link) => !there(ts.sys.resolvePath(folder + link))), path).toEqual([]);
  }
});
