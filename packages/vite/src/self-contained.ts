import type { BuildEnvironmentOptions, Rolldown } from "vite";

export interface ModuleToBundle {
  /** Source file. */
  readonly entry: string;
  /** Folder to write into. */
  readonly outDir: string;
  /** Name of the bundle; its source map goes beside it. */
  readonly file: string;
  /** What stays an import because this realm never runs it, such as a plugin's view inside its processor. */
  readonly isExternal: (specifier: string, importer?: string) => boolean;
  /** Default true. */
  readonly minify?: boolean;
}

/** A library's code may ask for the mode; outside a bundler nobody else answers. */
export const PRODUCTION = { "process.env.NODE_ENV": JSON.stringify("production") };

/** Vite's settings for one self-contained ES module. */
export function selfContained({ entry, outDir, file, isExternal, minify = true }: ModuleToBundle): BuildEnvironmentOptions {
  return {
    target: "es2022",
    outDir,
    emptyOutDir: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    sourcemap: true,
    minify: false,
    lib: { entry, formats: ["es"], fileName: () => file },
    rolldownOptions: {
      external: (specifier, importer, isResolved) => !isResolved && isExternal(specifier, importer),
      // Said here because Vite's own setting keeps a library's white space.
      output: { codeSplitting: false, minify },
    },
  };
}

/** What bundles still import although they must not. */
export function strayImports(bundle: Rolldown.OutputBundle, isExternal: (specifier: string) => boolean): string[] {
  const imports = Object.values(bundle).flatMap((part) => (part.type === "chunk" ? [...part.imports, ...part.dynamicImports] : []));
  // The bundler says a relative one without its dot, and names the bundle itself where a dynamic import lies in it.
  return imports.filter((specifier) => !(specifier in bundle) && !isExternal(specifier) && !isExternal(`./${specifier}`));
}
