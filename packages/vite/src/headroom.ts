import path from "node:path";
import type { InlineConfig, Plugin } from "vite";
import { assemblyScript } from "./assembly-script.js";
import { playPlugin } from "./development-server.js";
import { mixerFolder } from "./mixer-files.js";
import { pluginEntries, pluginEnvironments, PROCESSOR_FILE, refuseStrayImports, VIEW_FILE, type PluginEntries } from "./plugin-environments.js";
import { PRODUCTION } from "./self-contained.js";
import { writeManifest } from "./write-manifest.js";

export interface HeadroomOptions {
  /** Source file whose default export is the plugin's definition. Default `src/index.ts`. */
  readonly processor?: string;
  /** Source file whose default export is the plugin's view. Default `src/view.tsx` or `src/view.ts`, where there is one. */
  readonly view?: string;
}

/**
 * Vite plugin for a Headroom plugin's project. `vite build` writes `dist/processor.js`, `dist/view.js` where there is a
 * view, and `dist/headroom-plugin.json` with their hashes; `vite` plays the plugin in the mixer and builds it anew after
 * every save; vitest takes nothing of it but {@link assemblyScript}.
 */
export function headroom(options: HeadroomOptions = {}): Plugin[] {
  // vitest's own server is no development server.
  return process.env["VITEST"] === undefined ? [building(options), refuseStrayImports(), assemblyScript()] : [assemblyScript()];
}

function building(options: HeadroomOptions): Plugin {
  let entries: PluginEntries;
  let close: (() => Promise<void>) | undefined;
  return {
    name: "headroom",
    config({ root = process.cwd(), server, build: { outDir = "dist", watch } = {} }, { command }) {
      const folder = path.resolve(root);
      entries = pluginEntries(folder, options);
      const isWatching = watch !== undefined && watch !== null;
      if (command === "serve") {
        return { appType: "custom", publicDir: mixerFolder(folder), define: PRODUCTION, server: { open: server?.open ?? hasScreen(), hmr: false } };
      }
      return {
        publicDir: false,
        define: PRODUCTION,
        // The development server builds as `vite build` does: React's own development calls are not in its production code.
        oxc: { jsx: { runtime: "automatic", development: false } },
        environments: pluginEnvironments(folder, entries, path.resolve(folder, outDir), !isWatching),
        builder: {
          async buildApp({ environments, build }) {
            const { processor, view } = environments;
            if (processor) await build(processor);
            if (view) await build(view);
            await writeManifest(path.resolve(folder, outDir), { processor: PROCESSOR_FILE, ...(view ? { view: VIEW_FILE } : {}) });
          },
        },
      };
    },
    configureServer(server) {
      const { root, configFile, build } = server.config;
      const watch: InlineConfig = {
        root,
        configFile: configFile ?? false,
        mode: "production",
        logLevel: "silent",
        // An editor empties a file before it writes it: what lies in between is no build.
        build: { watch: { buildDelay: 15 } },
      };
      close = playPlugin(server, mixerFolder(root), entries, path.resolve(root, build.outDir), watch);
    },
    async buildEnd() {
      await close?.();
      close = undefined;
    },
  };
}

/** Whether a browser that is opened can be seen. */
function hasScreen(): boolean {
  const display = process.platform !== "linux" || (process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]) !== undefined;
  return display && process.env["CI"] === undefined;
}
