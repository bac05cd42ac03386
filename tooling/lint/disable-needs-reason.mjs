/**
 * An eslint-disable comment must say why: `// eslint-disable-next-line rule -- reason`.
 * @type {import("eslint").Rule.RuleModule}
 */
export const disableNeedsReason = {
  meta: {
    type: "problem",
    schema: [],
    messages: { reason: "Say why this is disabled, behind two hyphens: eslint-disable-next-line some-rule -- the reason." },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value) && comment.loc) {
            context.report({ loc: comment.loc, messageId: "reason" });
          }
        }
      },
    };
  },
};
