/// <reference types="vite/client" />
import { parameterTable } from "@headroom/sdk/testing";
import { expect, it } from "vitest";
import readme from "../README.md?raw";
import { gainTrimParams } from "./params.js";

it("the README lists the parameters as they are", () => {
  expect(readme).toContain(parameterTable(gainTrimParams));
});
