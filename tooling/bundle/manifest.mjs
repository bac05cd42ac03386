#!/usr/bin/env node
// headroom-manifest <folder>: writes headroom-plugin.json beside a built plugin's processor.js and view-bundle.js.
import { writeManifest } from "@headroom/vite";
import { existsSync } from "node:fs";
import path from "node:path";

const VIEW = "view-bundle.js";

const folder = path.resolve(process.argv[2] ?? "dist");
await writeManifest(folder, { processor: "processor.js", ...(existsSync(path.join(folder, VIEW)) ? { view: VIEW } : {}) });
