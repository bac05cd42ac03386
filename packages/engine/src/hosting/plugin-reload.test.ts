import { expect, it } from "vitest";
import type { InsertHost } from "./insert-host.js";
import { PluginReload } from "./plugin-reload.js";

/** As much of an insert's host as a reload asks for. @param saved - when its data is saved. */
const host = (title: string, saved = Promise.resolve()) =>
  ({ id: "insert", title, ready: true, started: Promise.resolve(), state: { save: () => saved, latest: undefined }, dispose: () => undefined }) as unknown as InsertHost;

it("puts the newest bundle in its place, also when one before it came to play only meanwhile", async () => {
  const saves: (() => void)[] = [];
  const inserts = new Map([["insert", host("first")]]);
  const old = inserts.get("insert");
  if (!old) throw new Error("There is no insert.");
  Object.assign(old, { state: { save: () => new Promise<void>((resolve) => saves.push(resolve)), latest: undefined } });
  let bundle = "second";
  const left: string[] = [];
  const reload = new PluginReload({ inserts, create: () => host(bundle), leave: ({ title }) => left.push(title), succeed: () => undefined, settled: async () => undefined, notice: () => undefined });
  const one = reload.replace(old);
  const other = reload.replace(old);
  saves[0]?.();
  await one;
  bundle = "third";
  saves[1]?.();
  await other;
  expect(inserts.get("insert")?.title).toBe("third");
  expect(left).toEqual(["first", "second"]);
});
