import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../commands/paths.mjs";
import { documents, withCode } from "./included-code.mjs";

test("code that documents include is that of the files (else: npm run docs)", () => {
  const pages = documents().map((page) => ({ page, text: readFileSync(path.join(ROOT, page), "utf8") }));
  expect(pages.filter(({ text }) => /^```tsx? \S+\/\S+$/m.test(text)).length).toBeGreaterThan(3);
  for (const { page, text } of pages) expect(withCode(text), page).toBe(text);
});

test("a block is replaced by its file, whatever was in it", () => {
  const gain = readFileSync(path.join(ROOT, "examples/gain/index.ts"), "utf8");
  expect(withCode("a\n```ts examples/gain/index.ts\nold\n```\nb\n```ts own.ts\nkept\n```\n")).toBe(`a\n\`\`\`ts examples/gain/index.ts\n${gain}\`\`\`\nb\n\`\`\`ts own.ts\nkept\n\`\`\`\n`);
});
