import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { disableNeedsReason } from "./tooling/lint/disable-needs-reason.mjs";
import { DEFAULT_EXPORT_FILES, REALTIME_FILES, TEST_FILES } from "./tooling/lint/folders.mjs";
import { noRealtimeAllocation } from "./tooling/lint/no-realtime-allocation.mjs";
import { tsdocSyntax } from "./tooling/lint/tsdoc-syntax.mjs";

const headroom = {
  rules: {
    "disable-needs-reason": disableNeedsReason,
    "no-realtime-allocation": noRealtimeAllocation,
    "tsdoc-syntax": tsdocSyntax,
  },
};

const NO_STAR = { selector: "ExportAllDeclaration", message: "List the names: an index says what the package offers." };
const NO_DEFAULT = { selector: "ExportDefaultDeclaration", message: "Export by name, so that it is called the same everywhere." };

export default defineConfig(
  // The outside page resolves only in the project that the pack test makes, which type-checks it.
  // So do the templates of plugins' projects, which their own test puts together.
  globalIgnores(["**/dist/", "**/node_modules/", "**/coverage/", "**/.turbo/", "**/.scaffolds/", "tooling/pack/page/main.ts", "packages/create-headroom-plugin/template/"]),
  {
    files: ["**/*.{ts,tsx,mjs}"],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { headroom },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.mjs", "*.config.ts"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: "error",
      "no-console": ["error", { allow: ["warn", "error"] }],
      "no-restricted-syntax": ["error", NO_STAR, NO_DEFAULT],
      "headroom/disable-needs-reason": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "@typescript-eslint/no-generated-empty-object-type": "off",
      "@typescript-eslint/no-unnecessary-type-arguments": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      // An interface may be asynchronous where this implementation is not.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // Interfaces state functions as methods; taking one from an object is not by itself a mistake.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // Entries that run outside the page have globals of their own, so the package's tsconfig.json leaves them out.
    files: ["packages/engine/src/realtime/**/*.ts", "packages/engine/src/bounce/bounce-worker.ts"],
    ignores: TEST_FILES,
    languageOptions: {
      parserOptions: {
        projectService: false,
        project: ["packages/engine/tsconfig.realtime.json", "packages/engine/tsconfig.worker.json"],
      },
    },
  },
  { files: ["**/*.{ts,tsx}"], rules: { "headroom/tsdoc-syntax": "error" } },
  {
    files: ["**/*.tsx", "packages/ui/**/*.ts", "apps/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    // The other rules serve React's compiler, which cannot follow what is drawn on a canvas sixty times a second.
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "react-hooks/purity": "error",
      "react-hooks/set-state-in-render": "error",
      "react-hooks/static-components": "error",
    },
  },
  {
    files: REALTIME_FILES,
    ignores: TEST_FILES,
    rules: {
      "headroom/no-realtime-allocation": "error",
      // In range by the loop that reads it; a check for each sample would cost more than it finds.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  { files: DEFAULT_EXPORT_FILES, rules: { "no-restricted-syntax": ["error", NO_STAR] } },
  {
    files: TEST_FILES,
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    // Programs for the terminal, type-checked through JSDoc.
    files: ["tooling/**/*.mjs", "apps/mixer/bench/**/*.mjs", "packages/{cli,create-headroom-plugin}/src/**"],
    rules: { "no-console": "off" },
  },
  {
    // JSON and the tools' own plugins come without types.
    files: ["**/*.mjs"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/restrict-plus-operands": "off",
    },
  },
);
