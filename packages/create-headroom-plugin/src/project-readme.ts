import type { Answers, Kind } from "./answers.js";

/** The file with what the processor, the view and the tests compute alike, and what it holds. */
const FORMULAS: Readonly<Record<Kind, readonly (readonly [file: string, what: string])[]>> = {
  effect: [["src/response.ts", "its response as a formula: the view draws it, the tests compare with it"]],
  dynamics: [["src/static-curve.ts", "its curve as a formula: the view draws it, the tests compare with it"]],
  meter: [],
};

/** Text of the project's README. */
export function projectReadme({ name, kind, kernel, view }: Answers): string {
  const files = [
    ["src/index.ts", "what the plugin is: id, name, presets"],
    ["src/params.ts", kind === "effect" ? "its parameters" : "its parameters and what it shows"],
    ["src/processor.ts", kernel === "typescript" ? "its DSP" : "hands blocks to its DSP"],
    ...(kernel === "assemblyscript" ? [["assembly/kernel.ts", "its DSP in AssemblyScript, compiled to WebAssembly"]] : []),
    ...FORMULAS[kind],
    ...(view === "react" ? [["src/view.tsx", "its view, in React"]] : []),
    ["src/plugin.test.ts", "its tests"],
  ];
  return `# ${name}

A plugin for the Headroom mixer.

    npm install
    npm run dev

That opens the mixer with the plugin in a slot. Press Space to play; what you save is heard at once, while the song goes on.

| file | holds |
|---|---|
${files.map(([file, what]) => `| \`${file}\` | ${what} |`).join("\n")}

| command | does |
|---|---|
| \`npm run dev\` | plays the plugin in the mixer and builds it anew after every save; \`-- --no-open\` opens no browser |
| \`npm test\` | runs the tests, builds, and validates what was built |
| \`npm run build\` | writes \`dist/\`: the processor${view === "react" ? ", the view" : ""} and \`headroom-plugin.json\`, which names ${view === "react" ? "both with their hashes" : "it with its hash"} |
| \`npm run typecheck\` | checks the types |
${view === "generic" && kind === "meter" ? "\nWithout a view of its own the host draws the parameters, but no levels: add `src/view.tsx` to show them.\n" : ""}
To give it to others, publish the folder to npm, or serve \`dist/\` with \`Access-Control-Allow-Origin: *\`: the mixer's list of plugins takes the address of \`headroom-plugin.json\`. The \`id\` in \`src/index.ts\` is for ever: sessions refer to it.

[Writing a plugin](https://github.com/headroom-audio/headroom/blob/main/docs/writing-a-plugin.md) explains the contract.
`;
}
