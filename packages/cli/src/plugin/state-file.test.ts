import { expect, it } from "vitest";
import { temporaryFile } from "../wav/wav-harness.js";
import { readStateFile } from "./state-file.js";

const stateFile = (text: string) => temporaryFile(Buffer.from(text), "state.json");

it("reads an insert as a session holds it, and what is less", () => {
  expect(readStateFile(stateFile('{"plugin":"com.acme.gain","params":{"gain":-3},"state":{"version":2,"data":[1]}}'))).toEqual({ params: { gain: -3 }, state: { version: 2, data: [1] } });
  expect(readStateFile(stateFile("{}"))).toEqual({ params: {} });
});

it.each([
  ["gain: -3", "is not JSON"],
  ["[]", "holds no object"],
  ['{"params":[]}', 'has "params" that are no object'],
  ['{"state":{"data":1}}', 'has a "state" without a version'],
])("refuses %s", (text, why) => {
  expect(() => readStateFile(stateFile(text))).toThrow(`state.json ${why}; it must hold {`);
});
