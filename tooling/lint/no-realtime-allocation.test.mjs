import { RuleTester } from "eslint";
import tseslint from "typescript-eslint";
import { describe, it } from "vitest";
import { noRealtimeAllocation } from "./no-realtime-allocation.mjs";

RuleTester.describe = describe;
RuleTester.it = it;
const tester = new RuleTester({ languageOptions: { parser: /** @type {import("eslint").Linter.Parser} */ (tseslint.parser) } });

/**
 * @param {string} code
 * @param {readonly string[]} messageIds
 */
const refused = (code, messageIds) => ({ code, errors: messageIds.map((messageId) => ({ messageId })) });

tester.run("no-realtime-allocation", noRealtimeAllocation, {
  valid: [
    "class Gain { constructor() { this.state = new Float32Array(2); } process(a) { for (let i = 0; i < a.length; i++) a[i] *= 2; } }",
    "function prepare() { return [1, 2].map((x) => ({ x })); }",
    "const processor = () => ({ state: [0], process({ input, output }) { output[0].set(input[0]); } });",
    "function process() { return `plain`; }",
    "/** Not on the audio thread. */ function meter() { return { peak: 0 }; }",
    "function process() { ring.advance(1); } const late = () => [];",
  ],
  invalid: [
    refused("function process() { const a = []; }", ["allocates"]),
    refused("class Gain { process() { return { a: 1 }; } }", ["allocates"]),
    refused("class Gain { run = () => { new Float32Array(2); } }", ["allocates"]),
    refused("const render = function () { throw fault; }", ["throws"]),
    refused("const processor = { process() { const f = () => 1; } };", ["allocates"]),
    refused("async function process() { await ready; }", ["waits"]),
    refused("function process(name) { log(`at ${name}`); }", ["allocates"]),
    refused("function process(list) { mix(...list); }", ["allocates"]),
    refused("function process({ frames, ...rest }) { mix(rest); }", ["allocates"]),
    refused("function process(port) { port.postMessage(1); }", ["posts"]),
    ...["map", "filter", "forEach", "slice", "concat", "push", "subarray"].map((method) =>
      refused(`function process(list) { list.${method}(x); }`, ["allocates"]),
    ),
    refused("/** Next sample. @audioThread */ export function next() { return []; }", ["allocates"]),
    refused("class Ring { /** @audioThread */ read() { return []; } }", ["allocates"]),
    refused("/** @audioThread */ const next = () => []; const later = () => [];", ["allocates"]),
    // The closure, and what it does.
    refused("function process(list) { each(() => { list.push(1); }); }", ["allocates", "allocates"]),
  ],
});
