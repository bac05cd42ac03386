/** Files whose code runs, or may run, on an audio thread. */
export const REALTIME_FILES = [
  "{packages,plugins}/*/src/**/realtime/**/*.ts",
  "{packages,plugins}/*/src/**/render/**/*.ts",
  "{packages,plugins}/*/src/**/processor/**/*.ts",
  "plugins/*/src/processor.ts",
  "plugins/*/src/design/**/*.ts",
  "packages/sdk/src/audio/**/*.ts",
  "packages/dsp/src/**/*.ts",
  "examples/*/*.ts",
];

/** Tests, and what only tests load. */
export const TEST_FILES = ["**/*.test.{ts,tsx,mjs}", "**/*.test-d.ts", "**/*-harness.ts", "**/browser-tests/**", "**/*.browser.page.{ts,tsx}", "packages/sdk/src/{testing,vitest}/**"];

/** Files whose reader wants a default export: configurations, plugins and their views. */
export const DEFAULT_EXPORT_FILES = [
  "**/*.config.{ts,mjs}",
  "tooling/browser/servers.mjs",
  "plugins/*/src/{index,view}.{ts,tsx}",
  "plugins/*/src/view/index.{ts,tsx}",
  "examples/*/{index,view}.{ts,tsx}",
  "examples/inline-assets.d.ts",
  "packages/create-headroom-plugin/**",
  "packages/vite/src/client.d.ts",
  "**/*.test.{ts,tsx}",
];
