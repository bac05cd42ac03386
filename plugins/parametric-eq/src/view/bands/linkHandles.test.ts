import { choice, decibels, frequency } from "@headroom/sdk";
import { createMemoryHandle } from "@headroom/ui";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkHandles } from "./linkHandles.js";

const HZ = frequency({ min: 10, max: 30_000, default: 1000 });
const DB = decibels({ min: -30, max: 30, default: 0 });

function handles<Spec extends typeof HZ | typeof DB>(spec: Spec, numbers: readonly number[]) {
  const events: string[] = [];
  const all = numbers.map((number, n) => {
    const handle = createMemoryHandle(`p${n}`, spec, { onBegin: () => events.push(`begin ${n}`), onEnd: () => events.push(`end ${n}`) });
    handle.setNumber(number);
    return handle;
  });
  const [first, ...others] = all;
  return { all, events, linked: linkHandles<number>(first!, others) };
}

describe("linked handles", () => {
  it("keep their ratio on a logarithmic travel, their distance on a linear one", () => {
    const hz = handles(HZ, [100, 400, 1000]);
    hz.linked.begin();
    hz.linked.setNumber(200);
    hz.linked.end();
    expect(hz.all.map((handle) => handle.number())).toEqual([200, 800, 2000]);
    const db = handles(DB, [-3, 0, 6]);
    db.linked.begin();
    db.linked.setNumber(-1);
    db.linked.end();
    expect(db.all.map((handle) => handle.number())).toEqual([-1, 2, 8]);
  });

  it("come back exactly when the first does, though others met their range's end on the way", () => {
    fc.assert(fc.property(
      fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 2, maxLength: 24 }),
      fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1 }),
      (drawn, way) => {
        // There is one zero.
        const starts = drawn.map((number) => number + 0);
        const { all, linked } = handles(DB, starts);
        linked.begin();
        for (const number of [...way, starts[0]!]) linked.setNumber(number);
        linked.end();
        expect(all.map((handle) => handle.number())).toEqual(starts);
      },
    ));
  });

  it("begin all before any ends: one step to undo", () => {
    const { events, linked } = handles(DB, [0, 0, 0]);
    linked.begin();
    linked.setNumber(3);
    linked.end();
    expect(events).toEqual(["begin 0", "begin 1", "begin 2", "end 0", "end 1", "end 2"]);
  });

  it("take a value set outside a gesture as it is, as one step", () => {
    const { all, events, linked } = handles(DB, [-3, 0, 6]);
    linked.set(4);
    expect(all.map((handle) => handle.number())).toEqual([4, 4, 4]);
    expect(events.slice(0, 3)).toEqual(["begin 0", "begin 1", "begin 2"]);
  });

  it("give all the same option", () => {
    const spec = choice(["a", "b", "c"], { default: "a" });
    const all = [createMemoryHandle("x", spec), createMemoryHandle("y", spec)];
    linkHandles(all[0]!, all.slice(1)).set("c");
    expect(all.map((handle) => handle.get())).toEqual(["c", "c"]);
  });
});
