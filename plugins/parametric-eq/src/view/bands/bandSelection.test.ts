import { beforeEach, describe, expect, it } from "vitest";
import { BandSelection } from "./bandSelection.js";

let selection: BandSelection;
let changes: number;
beforeEach(() => {
  selection = new BandSelection();
  changes = 0;
  selection.subscribe(() => changes++);
});

describe("selected bands", () => {
  it("are one, several, or none; the last is the primary", () => {
    selection.set([3]);
    selection.add(5);
    expect(selection.state()).toMatchObject({ selected: [3, 5], primary: 5 });
    selection.toggle(5);
    expect(selection.state()).toMatchObject({ selected: [3], primary: 3 });
    selection.clear();
    expect(selection.state()).toMatchObject({ selected: [], primary: undefined });
  });

  it("stay selected when one of them is taken hold of; another takes their place", () => {
    selection.set([1, 2, 3]);
    selection.focus(1);
    expect(selection.state()).toMatchObject({ selected: [1, 2, 3], primary: 1 });
    selection.focus(7);
    expect(selection.state()).toMatchObject({ selected: [7], primary: 7 });
  });

  it("keep their primary when another leaves", () => {
    selection.set([1, 2, 3], 2);
    selection.remove(3);
    expect(selection.state()).toMatchObject({ selected: [1, 2], primary: 2 });
  });

  it("tell of changes alone", () => {
    selection.set([4]);
    selection.set([4]);
    selection.add(4);
    selection.point(4);
    selection.point(4);
    expect(changes).toBe(2);
  });
});
