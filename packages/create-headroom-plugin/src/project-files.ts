import { readFileSync } from "node:fs";
import path from "node:path";
import type { Answers } from "./answers.js";
import { PACKAGE_FOLDER, projectPackage } from "./project-package.js";
import { projectReadme } from "./project-readme.js";

/** The files of a project, by their path in it. */
export function projectFiles(answers: Answers): Map<string, string> {
  const { name, vendor, id, kind, kernel, view } = answers;
  const template = (file: string) => readFileSync(path.join(PACKAGE_FOLDER, "template", file), "utf8");
  const named = (file: string) => template(file).replace("com.example.my-plugin", () => id).replace("My Plugin", () => name).replace("My Company", () => vendor);
  return new Map([
    ["package.json", projectPackage(answers)],
    ["README.md", projectReadme(answers)],
    // npm publishes no file of that name.
    [".gitignore", template("project/gitignore")],
    [".github/workflows/ci.yml", template("project/ci.yml")],
    ["tsconfig.json", template("project/tsconfig.json")],
    ["vite.config.ts", template("project/vite.config.ts")],
    ["src/index.ts", named(`${kind}/index.ts`)],
    ["src/params.ts", template(`${kind}/params.ts`)],
    ["src/processor.ts", template(`${kind}/${kernel}/processor.ts`)],
    ["src/plugin.test.ts", template(`${kind}/plugin.test.ts`)],
    ...(kind === "effect" ? [["src/response.ts", template("effect/response.ts")] as const] : []),
    ...(kind === "dynamics" ? [["src/static-curve.ts", template("dynamics/static-curve.ts")] as const] : []),
    ...(kernel === "assemblyscript" ? [["assembly/kernel.ts", template(`${kind}/assemblyscript/kernel.ts`)] as const, ["assembly/tsconfig.json", template("project/assembly-tsconfig.json")] as const] : []),
    ...(view === "react" ? [["src/view.tsx", template(`${kind}/view.tsx`)] as const] : []),
  ]);
}
