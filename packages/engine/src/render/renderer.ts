import type { RenderPlan, Step } from "../graph/plan.js";
import { ClockWord, SEND_CONTROLS, type EngineMemory } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import type { RingMemory } from "../shared/ring.js";
import { ChainTap } from "./chain-tap.js";
import type { Pcm } from "./clip-source.js";
import { createFaderStage } from "./fader-stage.js";
import { Shape, type GainMatrix } from "./gain-matrix.js";
import type { GainStage } from "./gain-stage.js";
import { createInputStage, isInputControl } from "./input-stage.js";
import type { InsertRunner } from "./insert-runner.js";
import { InsertStage } from "./insert-stage.js";
import { LevelMeter } from "./level-meter.js";
import { MonitorStage } from "./monitor-stage.js";
import { Playhead } from "./playhead.js";
import { QuantumRing } from "./quantum-ring.js";
import type { Route } from "./route.js";
import { RouteSet } from "./route-set.js";
import type { RenderTap } from "./render-tap.js";
import { Segment, type Await, type SegmentMemory } from "./segment.js";
import { Sidechain } from "./sidechain.js";
import { SourceStage, type Inputs } from "./source-stage.js";
import { StripState, type RendererTables } from "./strip-state.js";

/** A plan with what it needs of memory and code. */
export interface PreparedPlan {
  readonly plan: RenderPlan;
  /** Chain id → ends of its segment's rings; the same memory as before means the same wiring. */
  readonly segments: ReadonlyMap<string, SegmentMemory>;
  /** Insert id → runner, for inserts that run here. */
  readonly runners: ReadonlyMap<string, InsertRunner>;
  /** Insert id → ring to its worker that carries its sidechain, for isolated inserts. */
  readonly sidechains?: ReadonlyMap<string, RingMemory>;
  /** Chain id → the chain that takes its place with the plan after this one, and hears the same until then. */
  readonly heirs?: ReadonlyMap<string, HeirPlan>;
  /** Timelines of inserts that want to know where the song is. */
  readonly timelines?: readonly ArrayBufferLike[];
  /** First quantum that the segments' workers process in their new wiring. */
  readonly at: number;
}

/** Where a chain's inserts will run: in workers, or (by their ids) here. */
export type HeirPlan = { readonly segment: SegmentMemory; readonly hop: number } | { readonly inline: readonly string[] };

interface BuiltPlan extends PreparedPlan {
  readonly built: ReadonlyMap<string, Segment>;
  /** The rings of `sidechains`. */
  readonly rings: ReadonlyMap<string, readonly QuantumRing[]>;
  readonly builtHeirs: ReadonlyMap<string, Segment>;
}

class StripNodes {
  readonly state: StripState;
  readonly input: GainStage;
  readonly inserts: InsertStage;
  readonly fader: GainStage;
  /** Inserts after the fader. Made when there is first need of it. */
  after: InsertStage | undefined;
  /** The strip's output, where it is all that becomes of it after its fader. */
  way: Route | undefined;
  /** Whether the plan in use has them, so that the output is measured behind them. */
  hasAfter = false;
  readonly source: SourceStage;

  /** @param runs - sound runs already. */
  constructor(id: string, row: number, tables: RendererTables, sampleRate: number, offline: boolean, runs: boolean, tap: RenderTap | undefined) {
    this.state = new StripState(id, row, tables, sampleRate, offline, tap);
    this.source = new SourceStage(this.state, runs);
    this.input = createInputStage(this.state);
    this.inserts = new InsertStage(this.state, tables.clock);
    this.fader = createFaderStage(this.state);
  }
}

const UNITY = Float64Array.of(1, 0, 0, 1);

/** A step bound to what it works on, so that rendering looks nothing up. */
type Bound =
  | { readonly op: "clear" | "source" | "input" | "inserts" | "fader" | "after" | "output"; readonly nodes: StripNodes }
  | { readonly op: "route"; readonly route: Route }
  | { readonly op: "monitor" }
  | { readonly op: "sidechain"; readonly sidechain: Sidechain };

/**
 * Executes a plan one quantum at a time. Knows no Web Audio and no DOM: the same code mixes in the audio
 * thread, in a bounce worker and in Node. State is kept by id from plan to plan. `@audioThread`
 */
export class Renderer {
  readonly playhead: Playhead;
  readonly #clock: Int32Array;
  readonly #position: Float64Array;
  readonly #tables: RendererTables;
  readonly #sampleRate: number;
  readonly #audio = new Map<string, Pcm>();
  readonly #wait: Await | undefined;
  readonly #tap: RenderTap | undefined;
  #strips = new Map<string, StripNodes>();
  readonly #routes = new RouteSet();
  readonly #monitor: MonitorStage;
  /** By source and insert. */
  #sidechains = new Map<string, Sidechain>();
  #steps: readonly Bound[] = [];
  #plan: PreparedPlan | undefined;
  #next: BuiltPlan | undefined;
  #quantum = 0;
  /** Strip whose segment never came, where the renderer may wait. */
  stalledStrip: string | undefined;

  /**
   * @param wait - only where blocking is allowed: offline.
   * @param tap - hears every boundary: offline too.
   */
  constructor(memory: EngineMemory, sampleRate: number, wait?: Await, tap?: RenderTap) {
    this.#clock = new Int32Array(memory.clock);
    this.#position = new Float64Array(memory.position);
    this.playhead = new Playhead(memory.transport);
    this.#tables = {
      held: new Int32Array(memory.held),
      dropouts: new Int32Array(memory.dropouts),
      timeline: this.playhead.timeline,
      controls: new Float32Array(memory.controls),
      meters: new Float32Array(memory.meters),
      sends: new Float32Array(memory.sends),
      clock: this.#clock,
    };
    this.#monitor = new MonitorStage(new Float32Array(memory.monitor));
    this.#sampleRate = sampleRate;
    this.#wait = wait;
    this.#tap = tap;
  }

  /** Number of the quantum that is rendered next. */
  get quantum(): number {
    return this.#quantum;
  }

  /** What a strip's fader gave in the quantum last rendered, left and right: the same arrays while the plan has the strip. */
  heardOf(stripId: string): readonly [Float32Array, Float32Array] | undefined {
    const state = this.#strips.get(stripId)?.state;
    return state && [state.left, state.right];
  }

  /** Gives or (with `undefined`) takes back the PCM of an audio file. Between quanta only. */
  setAudio(key: string, pcm: Pcm | undefined): void {
    if (pcm) this.#audio.set(key, pcm);
    else this.#audio.delete(key);
    for (const { source } of this.#strips.values()) source.refresh(this.#audio, key);
  }

  /** Takes a plan that replaces the present one when its quantum comes. Allocates: between quanta only. */
  take(next: PreparedPlan): void {
    const ready = { ...next, built: this.#buildSegments(next), builtHeirs: buildHeirs(next), rings: ringsOf(next) };
    this.#routes.expect(next.plan);
    for (const step of next.plan.steps) {
      if (step.op !== "inserts" || step.plan.mode === "none") continue;
      const nodes = this.#strips.get(step.strip);
      if (!nodes) continue;
      // From now on, so that its past is there when the plan takes effect.
      if (step.afterFader) this.#listenAfter(nodes, true);
      (step.afterFader ? nodes.after : nodes.inserts)?.expect(step.plan.latencyFrames);
    }
    this.#next = undefined;
    if (this.#quantum >= next.at) this.#adopt(ready);
    else this.#next = ready;
  }

  /** Renders a quantum into `left` and `right`. @returns `false` when an offline segment never came. */
  render(inputs: Inputs, left: Float32Array, right: Float32Array): boolean {
    if (this.#next && this.#quantum >= this.#next.at) {
      this.#adopt(this.#next);
      this.#next = undefined;
    }
    const quantum = this.#quantum;
    const { playhead } = this;
    playhead.prepare(quantum * QUANTUM);
    const reset = Atomics.load(this.#clock, ClockWord.meterReset);
    const steps = this.#steps;
    left.fill(0);
    right.fill(0);
    this.#monitor.cue.left.fill(0);
    this.#monitor.cue.right.fill(0);
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i] as Bound;
      if (step.op === "route") {
        step.route.run();
        if (this.#tap) hearSum(this.#tap, step.route);
        continue;
      }
      if (step.op === "sidechain") {
        step.sidechain.run(quantum);
        continue;
      }
      if (step.op === "monitor") {
        this.#monitor.run(left, right);
        continue;
      }
      const { nodes } = step;
      const { state } = nodes;
      switch (step.op) {
        case "clear":
          state.left.fill(0);
          state.right.fill(0);
          break;
        case "source":
          nodes.source.run(playhead, inputs);
          break;
        case "input":
          if (state.meters[0]?.measure(state.left, state.right, reset) === false) this.#silence(state);
          nodes.input.aim();
          nodes.input.run(quantum);
          if (!follows(state, 1, nodes.input.matrix, reset)) state.meters[1]?.measure(state.left, state.right, reset);
          break;
        case "inserts":
          if (!nodes.inserts.run(quantum, this.#wait)) return this.#stall(nodes);
          if (!nodes.inserts.passes || !follows(state, 2, undefined, reset)) state.meters[2]?.measure(state.left, state.right, reset);
          break;
        case "fader":
          nodes.fader.aim();
          if (nodes.way && !nodes.fader.lanes.active && nodes.fader.matrix.simple && follows(state, 3, nodes.fader.matrix, reset)) {
            if (!nodes.way.runWith(nodes.fader.matrix.gains)) nodes.fader.run(quantum);
            break;
          }
          nodes.fader.run(quantum);
          if (!nodes.hasAfter) nodes.after?.listen();
          if (nodes.hasAfter || follows(state, 3, nodes.fader.matrix, reset)) break;
          if (state.meters[3]?.measure(state.left, state.right, reset) === false) this.#silence(state);
          break;
        case "after":
          if (nodes.after?.run(quantum, this.#wait) === false) return this.#stall(nodes);
          if (state.meters[3]?.measure(state.left, state.right, reset) === false) this.#silence(state);
          break;
        case "output":
          left.set(state.left);
          right.set(state.right);
          break;
      }
    }
    this.#quantum = (quantum + 1) | 0;
    Atomics.store(this.#clock, ClockWord.quantum, this.#quantum);
    Atomics.store(this.#clock, ClockWord.playing, playhead.playing ? 1 : 0);
    this.#position[0] = playhead.position;
    return true;
  }

  /** What is no audio goes no further: one quantum of silence, counted. */
  #silence(state: StripState): void {
    state.left.fill(0);
    state.right.fill(0);
    Atomics.add(this.#clock, ClockWord.faults, 1);
  }

  #stall(nodes: StripNodes): false {
    for (const [id, strip] of this.#strips) if (strip === nodes) this.stalledStrip = id;
    return false;
  }

  #adopt(next: BuiltPlan): void {
    const first = this.#plan === undefined;
    const strips = new Map<string, StripNodes>();
    const steps: Bound[] = [];
    const nodesOf = (id: string): StripNodes => {
      const row = next.plan.rows[id] ?? -1;
      const old = this.#strips.get(id);
      const nodes =
        strips.get(id) ?? (old?.state.row === row ? old : new StripNodes(id, row, this.#tables, this.#sampleRate, this.#wait !== undefined, !first, this.#tap));
      strips.set(id, nodes);
      return nodes;
    };
    const sidechains = this.#adoptSidechains(next, nodesOf);

    const { routes, gone } = this.#routes.adopt(next.plan, {
      strip: (id) => nodesOf(id).state,
      cue: this.#monitor.cue,
      send: (row) => this.#tables.sends.subarray(row * SEND_CONTROLS.length, (row + 1) * SEND_CONTROLS.length),
    }, first);
    const after = new Set(next.plan.steps.flatMap((step) => (step.op === "inserts" && step.afterFader ? [step.strip] : [])));
    for (const step of next.plan.steps) {
      if (step.op === "route") {
        const route = routes.get(step);
        if (route) steps.push({ op: "route", route });
        continue;
      }
      if (step.op === "monitor") {
        this.#monitor.choose(step.cue);
        steps.push({ op: "monitor" });
        continue;
      }
      if (step.op === "sidechain") {
        const sidechain = sidechains.get(`${step.from} ${step.insert}`);
        if (sidechain) steps.push({ op: "sidechain", sidechain });
        continue;
      }
      const nodes = nodesOf(step.strip);
      if (step.op === "source") {
        nodes.source.adopt(step, this.#audio, first);
      } else if (step.op === "inserts") {
        if (step.afterFader) this.#listenAfter(nodes, this.#strips.has(step.strip));
        const stage = step.afterFader ? nodes.after : nodes.inserts;
        if (stage) this.#adoptInserts(stage, step, next, sidechains, first);
      }
      steps.push({ op: step.op === "inserts" && step.afterFader ? "after" : step.op, nodes });
      if (step.op !== "fader" || !nodes.after || after.has(step.strip)) continue;
      // Inserts are gone whose delay the sound still has: the stage goes on without them.
      nodes.after.adopt([], undefined, 0, !first);
      steps.push({ op: "after", nodes });
    }
    this.#fadeOut(gone, strips, steps);
    const ways = onlyWays(steps);
    for (const nodes of strips.values()) {
      nodes.hasAfter = nodes.after !== undefined;
      nodes.way = nodes.hasAfter ? undefined : ways.get(nodes.state);
    }
    for (const [id, { input, fader }] of strips) {
      const automation = next.plan.lanes[id];
      input.lanes.adopt(automation?.lanes.filter(({ control }) => isInputControl(control)) ?? [], automation?.inputDelay ?? 0);
      fader.lanes.adopt(automation?.lanes.filter(({ control }) => !isInputControl(control)) ?? [], automation?.faderDelay ?? 0);
    }
    this.#strips = strips;
    this.#sidechains = sidechains;
    this.playhead.follow(next.timelines ?? [], this.#quantum * QUANTUM);
    this.#steps = steps;
    this.#plan = next;
    Atomics.add(this.#clock, ClockWord.plan, 1);
  }

  /** The plan's sidechains, by source and insert: those in use where they stay. */
  #adoptSidechains(next: BuiltPlan, nodesOf: (id: string) => StripNodes): Map<string, Sidechain> {
    const sidechains = new Map<string, Sidechain>();
    for (const step of next.plan.steps) {
      if (step.op !== "sidechain") continue;
      const key = `${step.from} ${step.insert}`;
      const runs = this.#strips.has(step.from);
      const sidechain = this.#sidechains.get(key) ?? new Sidechain(nodesOf(step.from).state, step.delayFrames, runs);
      sidechain.adopt(step.delayFrames, next.rings.get(step.insert) ?? []);
      sidechains.set(key, sidechain);
    }
    return sidechains;
  }

  /** Makes the stage of a strip's inserts after the fader. @param runs - the strip sounds already, so that its past is not known. */
  #listenAfter(nodes: StripNodes, runs: boolean): void {
    nodes.after ??= new InsertStage(nodes.state, this.#clock, runs);
    // From now on the stage takes in what the fader gives.
    nodes.way = undefined;
  }

  #adoptInserts(stage: InsertStage, step: Extract<Step, { op: "inserts" }>, next: BuiltPlan, sidechains: ReadonlyMap<string, Sidechain>, first: boolean): void {
    const { plan } = step;
    const heard = (insert: string) => next.plan.steps.flatMap((one) => (one.op === "sidechain" && one.insert === insert ? (sidechains.get(`${one.from} ${insert}`)?.heard ?? []) : []));
    const inline = (ids: readonly string[]) => ids.flatMap((id) => {
      const runner = next.runners.get(id);
      const [left, right] = heard(id);
      return runner ? [{ runner, heard: left && right ? [left, right] : undefined }] : [];
    });
    if (plan.mode === "inline") stage.adopt(inline(plan.inserts), undefined, 0, !first);
    else stage.adopt([], next.built.get(step.chain), plan.mode === "none" ? 0 : plan.latencyFrames, !first);
    const heir = next.heirs?.get(step.chain);
    stage.expectHeir(heir && new ChainTap("inline" in heir ? inline(heir.inline) : [], next.builtHeirs.get(step.chain)));
  }

  /** The segments of a plan: those in use where their wiring stays. Made when the plan comes, not when it takes effect. */
  #buildSegments(next: PreparedPlan): Map<string, Segment> {
    const built = new Map<string, Segment>();
    for (const step of next.plan.steps) {
      if (step.op !== "inserts" || step.plan.mode !== "segment") continue;
      const memory = next.segments.get(step.chain);
      if (memory === undefined) continue;
      const { hop } = step.plan;
      const nodes = this.#strips.get(step.strip);
      const stage = step.afterFader ? nodes?.after : nodes?.inserts;
      const candidates = [stage?.segment, stage?.heir?.segment, this.#next?.built.get(step.chain)];
      const same = candidates.find((old) => old?.memory.wiring === memory.wiring && old.hopQuanta * QUANTUM === hop);
      built.set(step.chain, same ?? new Segment(memory, hop, next.at));
    }
    return built;
  }

  /** Routes that are gone fade out where they stood, unless the new order runs against them. */
  #fadeOut(gone: readonly Route[], strips: ReadonlyMap<string, StripNodes>, steps: Bound[]): void {
    for (const route of gone) {
      const { from, to, beforeFader } = route.ends;
      const source = strips.get(from);
      const target = to === null ? undefined : strips.get(to);
      if (to !== null && !target) continue;
      const ops = beforeFader ? ["inserts"] : ["fader", "after"];
      const done = steps.findLastIndex((step) => ops.includes(step.op) && "nodes" in step && step.nodes === source);
      const use = steps.findIndex((step) => (target ? step.op === "input" && step.nodes === target : step.op === "monitor"));
      if (source) {
        if (done < use) steps.splice(done + 1, 0, { op: "route", route });
        continue;
      }
      // The strip is gone, but what its route delays is still to be heard.
      route.ends.source.left.fill(0);
      route.ends.source.right.fill(0);
      if (use >= 0) steps.splice(use, 0, { op: "route", route });
    }
  }
}

/** The rings of a plan's sidechains: two where an insert's place is about to be taken by another. */
function ringsOf({ sidechains, heirs }: PreparedPlan): Map<string, readonly QuantumRing[]> {
  const rings = new Map([...(sidechains ?? [])].map(([id, memory]) => [id, [new QuantumRing(memory)]]));
  for (const heir of heirs?.values() ?? []) {
    if (!("segment" in heir)) continue;
    for (const [id, memory] of heir.segment.sidechains ?? []) rings.set(id, [...(rings.get(id) ?? []), new QuantumRing(memory)]);
  }
  return rings;
}

function buildHeirs({ heirs, at }: PreparedPlan): Map<string, Segment> {
  return new Map([...(heirs ?? [])].flatMap(([chain, heir]) => ("segment" in heir ? [[chain, new Segment(heir.segment, heir.hop, at)] as const] : [])));
}

/** The outputs of the strips that no send and no cue takes after their faders too. */
function onlyWays(steps: readonly Bound[]): ReadonlyMap<StripState, Route> {
  const taken = new Set<StripState>();
  const ways = new Map<StripState, Route>();
  for (const step of steps) {
    if (step.op !== "route" || step.route.ends.beforeFader) continue;
    const { source, controls } = step.route.ends;
    if (taken.has(source) || controls) ways.delete(source);
    else ways.set(source, step.route);
    taken.add(source);
  }
  return ways;
}

/** Lets a tap hear what a route made of its target. `@audioThread` */
function hearSum(tap: RenderTap, { ends }: Route): void {
  if (ends.to !== null) tap.hearSum(ends.from, ends.to, ends.target.left, ends.target.right);
}

/** Lets a strip's meter follow the one before, where nothing lies between them but a gain a side. `@audioThread` */
function follows(state: StripState, point: number, matrix: GainMatrix | undefined, reset: number): boolean {
  const meter = state.meters[point];
  const before = state.meters[point - 1];
  if (!meter) return true;
  // Offline nothing is measured but whether it is sound.
  if (!(meter instanceof LevelMeter && before instanceof LevelMeter)) return false;
  if (matrix === undefined) return meter.follow(before, UNITY, reset);
  return matrix.settled && matrix.shape !== Shape.full && meter.follow(before, matrix.gains, reset);
}
