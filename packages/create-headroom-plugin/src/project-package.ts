import { readFileSync } from "node:fs";
import path from "node:path";
import { slug, type Answers } from "./answers.js";

/** This package's folder. */
export const PACKAGE_FOLDER = path.join(import.meta.dirname, "..");

/** Text of the project's package.json. Its versions are those that this package was tested with, as its own package.json states them. */
export function projectPackage({ folder, name, kernel, view }: Answers): string {
  const { devDependencies } = JSON.parse(readFileSync(path.join(PACKAGE_FOLDER, "package.json"), "utf8")) as { readonly devDependencies: Readonly<Record<string, string>> };
  const wanted = [
    "@headroom/cli", "@headroom/mixer", "@headroom/sdk", "@headroom/vite", "typescript", "vite", "vitest",
    ...(kernel === "assemblyscript" ? ["assemblyscript"] : []),
    ...(view === "react" ? ["@headroom/ui", "@types/react", "react", "react-dom"] : []),
  ];
  const packageJson = {
    name: slug(path.basename(path.resolve(folder))) || slug(name),
    version: "0.1.0",
    type: "module",
    headroom: "./dist/headroom-plugin.json",
    exports: {
      "./processor.js": "./dist/processor.js",
      ...(view === "react" ? { "./view.js": "./dist/view.js" } : {}),
      "./headroom-plugin.json": "./dist/headroom-plugin.json",
      "./package.json": "./package.json",
    },
    files: ["dist"],
    scripts: {
      dev: "vite",
      build: "vite build",
      test: "vitest run && vite build && headroom validate .",
      typecheck: "tsc",
      prepublishOnly: "npm test",
    },
    devDependencies: Object.fromEntries(wanted.toSorted().map((dependency) => [dependency, range(devDependencies[dependency] ?? "")])),
  };
  return `${JSON.stringify(packageJson, undefined, 2)}\n`;
}

/** What a project takes of later releases: those that break nothing. */
function range(version: string): string {
  return /^\d/.test(version) ? `^${version}` : version;
}
