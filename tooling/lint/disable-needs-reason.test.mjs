import { RuleTester } from "eslint";
import { describe, it } from "vitest";
import { disableNeedsReason } from "./disable-needs-reason.mjs";

RuleTester.describe = describe;
RuleTester.it = it;

new RuleTester().run("disable-needs-reason", disableNeedsReason, {
  valid: ["// eslint-disable-next-line no-eval -- the sandbox test needs it\neval(x);", "// about eslint-disable"],
  invalid: [
    { code: "// eslint-disable-next-line no-eval\neval(x);", errors: [{ messageId: "reason" }] },
    { code: "/* eslint-disable no-eval -- */\neval(x);", errors: [{ messageId: "reason" }] },
  ],
});
