import { describe as group, expect, it } from "vitest";
import { decibels } from "../params/statements.js";
import { definePlugin } from "./define.js";
import { describe } from "./descriptor.js";

const least = {
  id: "com.acme.gain",
  name: "Gain",
  vendor: "Acme",
  version: "1.0.0",
  features: ["utility"],
  params: { gain: decibels({ min: -60, max: 12, default: 0 }) },
  processor: () => ({ process: () => undefined }),
} as const;

group("describe", () => {
  it("fills in what a definition may leave out", () => {
    expect(describe(definePlugin(least))).toEqual({
      id: "com.acme.gain",
      name: "Gain",
      vendor: "Acme",
      version: "1.0.0",
      features: ["utility"],
      extensions: [],
      io: { main: ["stereo"], sidechain: [] },
      params: least.params,
      readouts: {},
      stateVersion: 1,
      presets: [],
      hasView: false,
    });
  });

  it("keeps no function, so that it crosses realms", () => {
    const descriptor = describe(
      definePlugin({
        ...least,
        state: { version: 3, migrate: { 2: (values) => values } },
        presets: [{ name: "Loud", values: { gain: 6 } }],
        view: () => Promise.reject(new Error("not shown here")),
      }),
    );
    expect(structuredClone(descriptor)).toEqual(descriptor);
    expect(descriptor).toMatchObject({ stateVersion: 3, presets: [{ name: "Loud", values: { gain: 6 } }], hasView: true });
  });
});
