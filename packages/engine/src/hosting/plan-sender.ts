import type { Session, Strip } from "@headroom/session";
import { chainsOf, isInline } from "../graph/chains.js";
import { compile } from "../graph/compile.js";
import { soloedStrips } from "../graph/heard.js";
import type { RenderPlan } from "../graph/plan.js";
import { allStrips } from "../graph/routing.js";
import type { InlineInsert, MixerMessage } from "../realtime/messages.js";
import { HANDOVER_QUANTA } from "../render/chain-tap.js";
import type { HeirPlan } from "../render/renderer.js";
import type { SegmentMemory } from "../render/segment.js";
import { ClockWord } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import type { InsertHost } from "./insert-host.js";
import { SegmentWiring } from "./segment-wiring.js";
import type { MemoryUser, SpareMemory } from "./spare-memory.js";
import type { StripTables } from "./strip-tables.js";

/** Quanta between sending a plan and its taking effect, so that workers and audio thread change at the same one: 64 ms at 48 kHz. */
const LEAD_QUANTA = 24;
const LOOK_MS = 10;
/** What takes another's place hears the same for so long before: filters and envelopes have come to the same state. */
const PREROLL_SECONDS = 0.25;
/** Quanta that a fade takes, and those of a burst before it begins. */
const FADE_QUANTA = 10;

export interface PlanSurroundings {
  readonly context: BaseAudioContext;
  readonly clock: Int32Array;
  readonly post: (message: MixerMessage) => void;
  readonly inserts: Map<string, InsertHost>;
  readonly tables: StripTables;
  readonly inputs: ReadonlyMap<string, number>;
  readonly hop: () => number;
  /** Where memory comes from that workers share with the audio thread, and where it goes. */
  readonly spare: SpareMemory;
  readonly applied: () => void;
  /** A plan could not be sent; the one before stays in use. */
  readonly failed: (error: unknown) => void;
}

/** A host that is to take the place of another of the same insert. */
export interface Succession {
  readonly old: InsertHost;
  readonly heir: InsertHost;
}

/**
 * Compiles plans and brings them to the audio thread and the workers, one at a time: each takes effect at a
 * quantum named in advance. What leaves or moves is faded first. `@mainThread`
 */
export class PlanSender {
  readonly #around: PlanSurroundings;
  readonly #wiring: SegmentWiring;
  /** Of isolated inserts, with who else has them. */
  #timelines: ReadonlyMap<ArrayBufferLike, MemoryUser> = new Map();
  readonly #leaving = new Set<InsertHost>();
  /** Out of their chains, and not yet ended. */
  readonly #ending = new Set<InsertHost>();
  readonly #successions: { readonly pairs: readonly Succession[]; readonly done: () => void }[] = [];
  #session: Session | undefined;
  #sent: Session | undefined;
  #working: Promise<void> | undefined;
  #again = false;
  /** The plan sent last. */
  plan: RenderPlan | undefined;
  #disposed = false;

  constructor(around: PlanSurroundings) {
    this.#around = around;
    this.#wiring = new SegmentWiring(around.spare);
  }

  /** Takes the session; a new plan follows where its structure changed. */
  update(session: Session): void {
    const before = this.#session;
    this.#session = session;
    if (!before || before.lanes !== session.lanes || structureOf(before) !== structureOf(session)) this.refresh();
  }

  /** Something that plans depend on changed: an insert's readiness or latency, the hop, an input. */
  refresh(): void {
    this.#again = true;
    this.#working ??= this.#work();
  }

  /** An insert is gone from the session: it fades, leaves its chain, then ends. */
  leave(insert: InsertHost): void {
    this.#leaving.add(insert);
    this.refresh();
  }

  /**
   * Puts hosts in others' places, all at one quantum, without the dry signal between: they hear the same for a while
   * first. Where one fails meanwhile, those before stay. @param done - called when it is decided.
   */
  succeed(pairs: readonly Succession[], done: () => void): void {
    this.#successions.push({ pairs, done });
    this.refresh();
  }

  /** Sends no more plans. */
  dispose(): void {
    this.#disposed = true;
    for (const insert of [...this.#leaving, ...this.#ending]) insert.dispose();
    this.#ending.clear();
    for (const { heir } of this.#successions.flatMap(({ pairs }) => pairs)) heir.dispose();
  }

  /** Resolves when no plan is on its way. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async #work(): Promise<void> {
    // Changes of one task become one plan.
    await Promise.resolve();
    while (this.#again && this.#session && !this.#disposed) {
      this.#again = false;
      try {
        const replaced = await this.#prepareHeirs(this.#sent ?? this.#session);
        await this.#send(this.#session, replaced);
      } catch (error) {
        this.#around.failed(error);
      }
    }
    this.#working = undefined;
  }

  /** Wires those that are to take others' places beside them, lets them hear the same for a while, then puts them there. */
  async #prepareHeirs(session: Session): Promise<readonly InsertHost[]> {
    const { inserts } = this.#around;
    const successions = this.#successions.splice(0);
    const replaced: InsertHost[] = [];
    if (successions.length === 0) return replaced;
    const pairs = successions.flatMap((one) => one.pairs);
    if (this.#running() && pairs.some(({ old }) => old.ready)) {
      const at = this.#now() + LEAD_QUANTA;
      this.#post(session, at, new Map(pairs.map(({ heir }) => [heir.id, heir])));
      const heard = at + Math.ceil((this.#around.hop() + PREROLL_SECONDS * this.#around.context.sampleRate) / QUANTUM);
      while (this.#running() && this.#now() < heard && !this.#disposed) await delay(LOOK_MS);
    }
    for (const { pairs, done } of successions) {
      const sound = pairs.every(({ old, heir }) => heir.ready || !old.ready);
      for (const { old, heir } of pairs) {
        if (!sound || inserts.get(old.id) !== old) {
          heir.dispose();
          continue;
        }
        inserts.set(old.id, heir);
        replaced.push(old);
      }
      done();
    }
    return replaced;
  }

  async #send(session: Session, replaced: readonly InsertHost[]): Promise<void> {
    const running = this.#running();
    const leaving = [...this.#leaving];
    const moved = this.#sent ? movedInserts(this.#sent, session) : [];
    const moving = moved.flatMap((id) => this.#around.inserts.get(id) ?? []);
    const gone = this.#sent ? allStrips(this.#sent).filter(({ id }) => !session.strips[id]) : [];
    if (running && leaving.length + moving.length + gone.length > 0) {
      for (const insert of [...leaving, ...moving]) insert.controls.fadeOut();
      for (const { id, sends } of gone) {
        this.#around.tables.set(id, "audible", 0);
        for (const send of sends) this.#around.tables.setSend(send.id, "open", 0);
      }
    }
    const at = this.#now() + (running ? this.#lead() : 0);
    this.#sent = session;
    this.#post(session, at);
    const done = at + (replaced.length > 0 ? HANDOVER_QUANTA : 0);
    while (this.#running() && this.#now() < done && !this.#disposed) await delay(LOOK_MS);
    for (const insert of replaced) insert.dispose();
    for (const insert of moving) insert.controls.fadeIn();
    const heard = at + Math.ceil(this.#around.hop() / QUANTUM);
    for (const insert of leaving) {
      this.#leaving.delete(insert);
      void this.#endAfter(insert, heard);
    }
    // A strip that was added meanwhile has a row already, for the plan after this one.
    this.#around.tables.keep(session, this.#session ?? session);
    this.#around.applied();
  }

  /** Ends an insert once all that it took in before it left its chain is heard: its last quanta may still be on their way. */
  async #endAfter(insert: InsertHost, quantum: number): Promise<void> {
    this.#ending.add(insert);
    while (this.#running() && this.#now() < quantum && !this.#disposed) await delay(LOOK_MS);
    if (this.#ending.delete(insert)) insert.dispose();
  }

  /** @param heirs - by insert: those that take over with the plan after this one. */
  #post(session: Session, at: number, heirs: ReadonlyMap<string, InsertHost> = new Map()): void {
    const { inserts, tables, inputs } = this.#around;
    const hop = this.#around.hop();
    const hosting = (id: string) => inserts.get(id)?.placement.mode ?? "isolated";
    const ready = new Map([...inserts].flatMap(([id, insert]) => (insert.ready || insert.recovering ? [[id, insert.latencyFrames] as const] : [])));
    const sampleRate = this.#around.context.sampleRate;
    const plan = compile(session, { sampleRate, hosting, hop, ready, rows: tables.rows, sendRows: tables.sendRows, inputs, monitored: true });
    const segments = new Map<string, SegmentMemory>();
    const inline = new Map<string, InlineInsert>();
    const chains = allStrips(session).flatMap((strip) => chainsOf(strip));
    const keyed = keyedInserts(plan);
    const timelines = new Map<ArrayBufferLike, MemoryUser>();
    for (const [id, frames] of Object.entries(plan.songDelay)) {
      const insert = inserts.get(id);
      if (!insert?.timeline) continue;
      insert.controls.setDelay(frames, at * QUANTUM);
      if (insert.seat) timelines.set(insert.timeline, insert.seat.life);
    }
    for (const [id, heir] of heirs) {
      heir.controls.setDelay(plan.songDelay[id] ?? 0, at * QUANTUM);
      if (heir.seat && heir.timeline) timelines.set(heir.timeline, heir.seat.life);
    }
    const heirPlans = new Map<string, HeirPlan>();
    for (const chain of chains) {
      const hosts = readyHosts(chain, inserts);
      const next = readyHosts(chain, heirs);
      if (hosts.length > 0 && next.length === hosts.length) {
        const memory = this.#wiring.wireHeirs(chain.id, next.filter(({ seat }) => seat), keyed, hop, at);
        if (memory) heirPlans.set(chain.id, { segment: memory, hop });
        else heirPlans.set(chain.id, { inline: next.map(({ id }) => id) });
        for (const heir of next) if (heir.inline) inline.set(heir.id, heir.inline);
      }
      if (isInline(chain, hosting)) {
        for (const host of hosts) if (host.inline) inline.set(host.id, host.inline);
        continue;
      }
      const held = chain.inserts.some((insert) => insert && inserts.get(insert.id)?.recovering);
      const memory = (held ? this.#wiring.current(chain.id) : undefined) ?? this.#wiring.wire(chain.id, hosts.filter(({ seat }) => seat), keyed, hop, at);
      if (memory) segments.set(chain.id, memory);
    }
    this.#wiring.keep(new Set(chains.filter((chain) => !isInline(chain, hosting)).map(({ id }) => id)), at);
    this.#around.post({ type: "plan", plan, at, segments, inline, heirs: heirPlans, timelines: [...timelines.keys()] });
    for (const [memory, user] of this.#timelines) if (!timelines.has(memory)) this.#around.spare.retire([memory], [user], at);
    this.#timelines = timelines;
    this.plan = plan;
  }

  #running(): boolean {
    const context = this.#around.context;
    return context.state === "running";
  }

  /** A fade made at an insert is heard a hop later: the chain must not change before. */
  #lead(): number {
    const inWorkers = [...this.#around.inserts.values()].some(({ placement }) => placement.mode !== "inline");
    const hop = inWorkers ? this.#around.hop() : 0;
    return Math.max(LEAD_QUANTA, hop / QUANTUM + FADE_QUANTA);
  }

  #now(): number {
    return Atomics.load(this.#around.clock, ClockWord.quantum);
  }
}

/** Ids of a plan's inserts that hear a sidechain. */
export function keyedInserts(plan: RenderPlan): Set<string> {
  return new Set(plan.steps.flatMap((step) => (step.op === "sidechain" ? [step.insert] : [])));
}

function readyHosts(chain: Pick<Strip, "inserts">, inserts: ReadonlyMap<string, InsertHost>): InsertHost[] {
  return chain.inserts.flatMap((insert) => {
    const host = insert ? inserts.get(insert.id) : undefined;
    return host?.ready ? [host] : [];
  });
}

/** Everything of a session that its plan depends on. */
function structureOf(session: Session): string {
  const cue = session.solo.listen === "in place" ? [] : [session.solo.listen, ...soloedStrips(session)];
  const strips = allStrips(session).map(({ id, kind, output, sends, slotsBeforeFader, delaySeconds, inserts, clips }) => [
    id, kind, output, slotsBeforeFader, delaySeconds, clips,
    sends.map(({ id: send, to, preFader }) => [send, to, preFader]),
    inserts.map((insert) => (insert ? [insert.id, insert.sidechain] : 0)),
  ]);
  return JSON.stringify([cue, strips]);
}

/** Ids of inserts in both sessions that changed their strip, their side of its fader, or their order among those that stayed. */
export function movedInserts(before: Session, after: Session): string[] {
  const old = insertsByChain(before);
  const now = insertsByChain(after);
  const staying = (chain: string) => (id: string) => (old.get(chain)?.includes(id) ?? false) && (now.get(chain)?.includes(id) ?? false);
  const moved: string[] = [];
  for (const [chain, inserts] of now) {
    const order = old.get(chain)?.filter(staying(chain)) ?? [];
    moved.push(...inserts.filter(staying(chain)).filter((id, i) => order[i] !== id));
  }
  const everywhere = new Set([...old.values()].flat());
  for (const [chain, inserts] of now) moved.push(...inserts.filter((id) => everywhere.has(id) && !old.get(chain)?.includes(id)));
  return moved;
}

function insertsByChain(session: Session): Map<string, string[]> {
  const chains = allStrips(session).flatMap((strip) => chainsOf(strip));
  return new Map(chains.map(({ id, inserts }) => [id, inserts.flatMap((insert) => (insert ? [insert.id] : []))]));
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
