import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { runNode } from "../commands/run.mjs";
import { sizeComplaints } from "./processor-size.mjs";
import { packAll } from "./tarballs.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "headroom-packages-"));
try {
  const results = await Promise.all((await packAll(folder)).map(lint));
  for (const { name, complaints } of results) {
    console.log([`${complaints.length === 0 ? "✓" : "✗"} ${name}`, ...complaints].join("\n  "));
  }
  process.exitCode = results.some(({ complaints }) => complaints.length > 0) ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {import("./tarballs.mjs").Packed} packed */
async function lint({ name, tarball, exports }) {
  return { name, complaints: [...(await publintSays(tarball)), ...(await attwSays(tarball, exports)), ...sizeComplaints(name)] };
}

/** @param {string} tarball */
async function publintSays(tarball) {
  const bytes = readFileSync(tarball);
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`);
}

/**
 * @param {string} tarball
 * @param {readonly string[]} exports
 */
async function attwSays(tarball, exports) {
  const untyped = exports.filter((entry) => /\.(css|json)$/.test(entry));
  // A command or a built page: nothing of it is imported.
  if (untyped.length === exports.length) return [];
  const { code, output } = await runNode(
    "node_modules/@arethetypeswrong/cli/dist/index.js",
    [tarball, "--profile", "esm-only", "--no-color", "--no-emoji", "--exclude-entrypoints", ...untyped],
    { capture: true },
  );
  return code === 0 ? [] : [`attw: ${output.trim()}`];
}
