import { fileURLToPath } from "node:url";
import tsdoc from "eslint-plugin-tsdoc";

const SETTINGS_FOLDER = fileURLToPath(new URL(".", import.meta.url));
const syntax = /** @type {Required<import("eslint").Rule.RuleModule>} */ (tsdoc.rules["syntax"]);

/**
 * `tsdoc/syntax` with the tags that tsdoc.json beside this file defines. By itself that rule looks for the
 * file in the folder of each tsconfig.json only, so every package would need a copy.
 * @type {import("eslint").Rule.RuleModule}
 */
export const tsdocSyntax = {
  meta: syntax.meta,
  create(context) {
    const sourceCode = Object.create(context.sourceCode, { parserServices: { value: {} } });
    return syntax.create(Object.create(context, { sourceCode: { value: sourceCode }, cwd: { value: SETTINGS_FOLDER } }));
  },
};
