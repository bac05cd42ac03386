import type { Session, Strip } from "@headroom/session";
import type { HostingMode } from "../shared/terms.js";
import { chainsOf } from "../graph/chains.js";
import { compile } from "../graph/compile.js";
import { soloedStrips } from "../graph/heard.js";
import type { RenderPlan } from "../graph/plan.js";
import { allStrips } from "../graph/routing.js";
import type { InlineInsert, MixerMessage } from "../realtime/messages.js";
import type { SegmentMemory } from "../render/segment.js";
import { ClockWord } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import type { InsertHost } from "./insert-host.js";
import { SegmentWiring } from "./segment-wiring.js";
import type { MemoryUser, SpareMemory } from "./spare-memory.js";
import type { StripTables } from "./strip-tables.js";

/** Quanta between sending a plan and its taking effect, so that workers and audio thread change at the same one: 64 ms at 48 kHz. */
const LEAD_QUANTA = 24;
/** What leaves or moves has this long to fade. */
const FADE_MS = 25;
const LOOK_MS = 10;
/** Quanta that a fade takes, and some. */
const FADE_QUANTA = 8;

export interface PlanSurroundings {
  readonly context: BaseAudioContext;
  readonly clock: Int32Array;
  readonly post: (message: MixerMessage) => void;
  readonly inserts: ReadonlyMap<string, InsertHost>;
  readonly tables: StripTables;
  readonly inputs: ReadonlyMap<string, number>;
  readonly hop: () => number;
  readonly hosting: () => HostingMode;
  /** Where memory comes from that workers share with the audio thread, and where it goes. */
  readonly spare: SpareMemory;
  readonly applied: () => void;
  /** A plan could not be sent; the one before stays in use. */
  readonly failed: (error: unknown) => void;
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

  /** Sends no more plans. */
  dispose(): void {
    this.#disposed = true;
    for (const insert of this.#leaving) insert.dispose();
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
        await this.#send(this.#session);
      } catch (error) {
        this.#around.failed(error);
      }
    }
    this.#working = undefined;
  }

  async #send(session: Session): Promise<void> {
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
      await delay(FADE_MS);
    }
    const at = this.#now() + (running ? this.#lead() : 0);
    this.#sent = session;
    this.#post(session, at);
    while (this.#running() && this.#now() < at && !this.#disposed) await delay(LOOK_MS);
    for (const insert of moving) insert.controls.fadeIn();
    for (const insert of leaving) {
      this.#leaving.delete(insert);
      insert.dispose();
    }
    // A strip that was added meanwhile has a row already, for the plan after this one.
    this.#around.tables.keep(session, this.#session ?? session);
    this.#around.applied();
  }

  #post(session: Session, at: number): void {
    const { inserts, tables, inputs } = this.#around;
    const hop = this.#around.hop();
    const hosting = this.#around.hosting();
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
      if (insert.worker) timelines.set(insert.timeline, insert.worker.life);
    }
    for (const chain of chains) {
      const hosts = readyHosts(chain, inserts);
      if (hosting === "inline") {
        for (const host of hosts) if (host.inline) inline.set(host.id, host.inline);
        continue;
      }
      const held = chain.inserts.some((insert) => insert && inserts.get(insert.id)?.recovering);
      const memory = (held ? this.#wiring.current(chain.id) : undefined) ?? this.#wiring.wire(chain.id, hosts, keyed, hop, at);
      if (memory) segments.set(chain.id, memory);
    }
    this.#wiring.keep(new Set(hosting === "inline" ? [] : chains.map(({ id }) => id)), at);
    this.#around.post({ type: "plan", plan, at, segments, inline, timelines: [...timelines.keys()] });
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
    const hop = this.#around.hosting() === "isolated" ? this.#around.hop() : 0;
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
