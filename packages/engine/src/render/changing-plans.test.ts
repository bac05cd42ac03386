import { createStrip, emptySlots, type Session } from "@headroom/session";
import { describe, expect, it } from "vitest";
import { compile } from "../graph/compile.js";
import { ringCapacity } from "../hosting/segment-wiring.js";
import { StripTables } from "../hosting/strip-tables.js";
import { Stage } from "../realtime/stage.js";
import { allocateEngineMemory } from "../shared/engine-memory.js";
import { allocateInsertMemory } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { allocateRing } from "../shared/ring.js";
import { InsertRunner } from "./insert-runner.js";
import { gainPlugin, oneInsertSession } from "./isolated-harness.js";
import { MixHarness } from "./mix-harness.js";
import { Renderer } from "./renderer.js";

const RATE = 48_000;
const HOP = 2048;
/** As the host does it: a hop and the fade of what moves. */
const LEAD = HOP / QUANTUM + 8;
const AMPLITUDE = 0.1;
const HZ = 150;

/** Where a channel's insert is; `undefined`: there is none. Or there is no channel. */
type Place = "before" | "after" | "loading after" | "nowhere" | "no channel";

/** A channel with one isolated insert, through whatever plans, on one thread. */
class Mixer {
  readonly heard: number[] = [];
  readonly #memory = allocateEngineMemory(true);
  readonly #renderer = new Renderer(this.#memory, RATE);
  readonly #tables = new StripTables(this.#memory);
  readonly #stage = new Stage(new InsertRunner(gainPlugin, allocateInsertMemory({}, true), { params: [0], bypass: false, mix: 1, fadeIn: false, sampleRate: RATE, offline: false }));
  #wiring = 0;

  constructor(place: Place) {
    const samples = Float32Array.from({ length: 10 * RATE }, (_, i) => AMPLITUDE * Math.cos((2 * Math.PI * HZ * i) / RATE));
    this.#renderer.setAudio("song", { left: samples, right: samples });
    this.#plan(place, 0);
    this.#renderer.playhead.start(0);
  }

  go(place: Place): void {
    const at = this.#renderer.quantum + LEAD;
    this.#plan(place, at);
    this.run(LEAD + 3 * (HOP / QUANTUM));
  }

  run(quanta: number): void {
    const left = new Float32Array(QUANTUM);
    const right = new Float32Array(QUANTUM);
    for (let i = 0; i < quanta; i++) {
      this.#renderer.render([], left, right);
      this.heard.push(...left);
      if (i % 4 === 3) this.#stage.process(64);
    }
  }

  /** Largest second difference. */
  get bend(): number {
    return this.heard.reduce((most, now, i, all) => (i < 2 ? most : Math.max(most, Math.abs(now - 2 * all[i - 1]! + all[i - 2]!))), 0);
  }

  #plan(place: Place, at: number): void {
    const session = sessionOf(place);
    this.#tables.update(session);
    const { rows, sendRows } = this.#tables;
    const runs = place === "before" || place === "after";
    const plan = compile(session, { sampleRate: RATE, hosting: () => "isolated", hop: HOP, ready: new Map(runs ? [["x", 0]] : []), rows, sendRows });
    const [head, tail] = [allocateRing(ringCapacity(HOP), true), allocateRing(ringCapacity(HOP), true)];
    if (runs) this.#stage.wire({ input: head, output: tail, at });
    const chain = place === "before" ? "a" : "a (after fader)";
    this.#renderer.take({ plan, at, segments: new Map(runs ? [[chain, { wiring: ++this.#wiring, head, tail }]] : []), runners: new Map() });
  }
}

function sessionOf(place: Place): Session {
  const session = oneInsertSession();
  const { a, ...others } = session.strips;
  if (!a || place === "no channel") return { ...session, strips: others, order: [] };
  const strip = { ...a, slotsBeforeFader: place === "before" ? 10 : 0, ...(place === "nowhere" && { inserts: emptySlots() }) };
  return { ...session, strips: { ...others, a: strip } };
}

/** A crossfade within a quantum between opposite signals, beside the signal's own. */
const MOST_BEND = (2 * AMPLITUDE) / QUANTUM + AMPLITUDE * ((2 * Math.PI * HZ) / RATE) ** 2;

describe("plans that change while sound runs", () => {
  it.each<[string, Place, Place[]]>([
    ["an insert goes behind the fader and back, again and again", "before", ["after", "before", "after", "after", "before"]],
    ["inserts behind the fader come where there were some before", "after", ["nowhere", "nowhere", "nowhere", "after"]],
    ["a channel comes with an insert before its fader", "no channel", ["before", "before"]],
    ["a channel comes with an insert behind its fader that still loads", "no channel", ["loading after", "loading after", "after"]],
  ])("%s, without a step", (_, first, places) => {
    const mixer = new Mixer(first);
    mixer.run(50);
    mixer.heard.length = 0;
    for (const place of places) mixer.go(place);
    expect(mixer.bend).toBeLessThan(MOST_BEND);
    expect(Math.max(...mixer.heard.slice(-2000))).toBeGreaterThan(0.9 * AMPLITUDE);
  });
});

describe("a strip that goes while others make its sound wait", () => {
  const DELAY = 3000;

  it.each([["the channel", ["a"]], ["the channel and its bus", ["a", "bus"]], ["the bus", ["bus"]]])("%s: what was on its way fades", (_, gone) => {
    const session = lateSession();
    const tone = Float32Array.from({ length: RATE }, (_, i) => AMPLITUDE * Math.cos((2 * Math.PI * HZ * i) / RATE));
    const mixer = new MixHarness(new Map([["song", { left: tone, right: tone }]]));
    mixer.update(session);
    mixer.renderer.playhead.start(0);
    mixer.render(50);
    mixer.leave(gone);
    const before = mixer.render(6).left;
    mixer.update(without(session, gone));
    const after = mixer.render(50).left;
    const heard = [...before.slice(-2 * QUANTUM), ...after];
    const bend = heard.reduce((most, now, i, all) => (i < 2 ? most : Math.max(most, Math.abs(now - 2 * all[i - 1]! + all[i - 2]!))), 0);
    expect(Math.max(...after.slice(0, QUANTUM))).toBeGreaterThan(AMPLITUDE / 2);
    expect(bend).toBeLessThan(MOST_BEND);
    expect(Math.max(...after.slice(-4 * QUANTUM).map(Math.abs))).toBeCloseTo(gone.includes("a") ? 0 : AMPLITUDE, 3);
  });

  /** A channel over a bus, beside one whose insert is late. */
  function lateSession(): Session {
    const session = oneInsertSession();
    const { a } = session.strips;
    if (!a) throw new Error("There is no channel.");
    const insert = { id: "late", plugin: `delay${DELAY}`, version: "1.0.0", bypass: false, mix: 1, params: {} };
    const late = { ...a, id: "late", clips: [], inserts: [insert, ...emptySlots().slice(1)] };
    const strips = { ...session.strips, a: { ...a, inserts: emptySlots(), output: "bus" }, late, bus: createStrip("bus", { id: "bus", name: "Bus" }) };
    return { ...session, strips, order: ["a", "late", "bus"] };
  }

  function without(session: Session, gone: readonly string[]): Session {
    const left = Object.values(session.strips).filter(({ id }) => !gone.includes(id)).map((strip) => ({ ...strip, output: gone.includes(strip.output ?? "") ? "master" : strip.output }));
    return { ...session, strips: Object.fromEntries(left.map((strip) => [strip.id, strip])), order: session.order.filter((id) => !gone.includes(id)) };
  }
});
