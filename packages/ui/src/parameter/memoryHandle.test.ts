import { choice, decibels, toggle } from "@headroom/sdk";
import { describe, expect, it } from "vitest";
import { createMemoryHandle } from "./memoryHandle.js";
import { parameterName } from "./parameterName.js";

describe("createMemoryHandle", () => {
  it("starts at the default and clamps what it is given", () => {
    const handle = createMemoryHandle("gain", decibels({ min: -60, max: 12, default: -3 }));
    expect(handle.get()).toBe(-3);
    handle.set(40);
    expect(handle.get()).toBe(12);
    handle.setNumber(Number.NaN);
    expect(handle.get()).toBe(-3);
  });

  it("gives values of the statement's own type", () => {
    const kind: "bell" | "notch" = createMemoryHandle("type", choice(["bell", "notch"], { default: "notch" })).get();
    const isOn: boolean = createMemoryHandle("on", toggle(true)).get();
    expect([kind, isOn]).toEqual(["notch", true]);
  });

  it("tells every listener of every change until it is undone, also from inside a listener", () => {
    const handle = createMemoryHandle("on", toggle(false));
    let heard = 0;
    const undo = handle.subscribe(() => {
      heard++;
      undo();
    });
    handle.subscribe(() => heard++);
    handle.set(true);
    handle.set(false);
    expect(heard).toBe(3);
  });
});

describe("parameterName", () => {
  it("joins group and label once", () => {
    expect(parameterName(createMemoryHandle("q", toggle(true, { group: "Band 3", label: "Type" })))).toBe("Band 3 type");
    expect(parameterName(createMemoryHandle("q", toggle(true, { group: "Band 3", label: "Band 3 on" })))).toBe("Band 3 on");
    expect(parameterName(createMemoryHandle("lowCut", toggle(true)))).toBe("Low cut");
  });
});
