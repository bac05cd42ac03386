import { expect, it } from "vitest";
import { DropoutLog, type WatchedStrip } from "./dropout-log.js";

const BASS: WatchedStrip = { id: "a", name: "Bass", dropouts: 0, faults: 0, ready: true, heaviest: { title: "Slow on Bass", load: 0.3 } };

/** Looks once in half a second, from one on. @returns what was said, and whether a hop would not have helped. */
function looks(...seen: Partial<WatchedStrip>[]) {
  const said: string[] = [];
  const log = new DropoutLog(48_000, 128, (sentence) => said.push(sentence));
  const hopeless = seen.map((fields, i) => log.look(500 * (i + 1), [{ ...BASS, ...fields }]));
  return { said, hopeless };
}

it("says once how long it was when it is over", () => {
  expect(looks({}, { dropouts: 3 }, { dropouts: 6 }, { dropouts: 6 }, { dropouts: 6 }).said).toEqual(["Plugins on Bass came too late for 16 ms in all; their dry signal played instead."]);
});

it("says what goes on and on after two seconds, names the plugin that takes too long, and adds up the next ten", () => {
  const steps = Array.from({ length: 28 }, (_, i) => ({ dropouts: 180 * i, heaviest: { title: "Slow on Bass", load: 1 } }));
  const { said, hopeless } = looks(...steps);
  expect(said).toEqual([2400, 9600].map((ms): unknown => expect.stringMatching(`^Plugins on Bass came too late for ${ms} ms in all; .* Slow on Bass took 100 % of real time, .*`)));
  expect(hopeless.slice(1)).not.toContain(false);
});

it("leaves to others what a fault let out, and does not blame the hop's length on a plugin with time to spare", () => {
  const { said, hopeless } = looks({}, { dropouts: 50 }, { dropouts: 90, ready: false }, { dropouts: 90, faults: 1 }, { dropouts: 120, faults: 1 }, { dropouts: 120, faults: 1 }, { dropouts: 120, faults: 1 });
  expect(said).toEqual([]);
  expect(hopeless).not.toContain(true);
});
