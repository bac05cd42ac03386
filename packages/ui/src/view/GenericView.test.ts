import { bypass, decibels, toggle } from "@headroom/sdk";
import { describe, expect, it } from "vitest";
import { createMemoryHost } from "./memoryHost.js";
import { groupParameters } from "./GenericView.js";

describe("groupParameters", () => {
  it("keeps the order of statement, gathers groups, and leaves out what is hidden or the host's to draw", () => {
    const { host } = createMemoryHost({
      params: {
        gain: decibels({ min: -60, max: 12, default: 0 }),
        on: toggle(true, { group: "Band 1" }),
        secret: toggle(true, { hidden: true }),
        mute: toggle(false),
        off: bypass(),
        level: decibels({ min: -60, max: 12, default: 0, group: "Band 1" }),
      },
      readouts: {},
    });
    const groups = groupParameters(Object.values(host.params)).map(([group, handles]) => [group, handles.map(({ id }) => id)]);
    expect(groups).toEqual([["", ["gain", "mute"]], ["Band 1", ["on", "level"]]]);
  });
});
