import type { SavedState } from "@headroom/sdk";
import type { Insert, Session, Strip } from "@headroom/session";
import type { EngineNotice, MixerEngine } from "../api.js";
import { chainsOf } from "../graph/chains.js";
import { insertLanes } from "../graph/lanes.js";
import { placeInserts, type Placement } from "../graph/placement.js";
import { allStrips } from "../graph/routing.js";
import type { MixerMessage } from "../realtime/messages.js";
import type { HostingMode } from "../shared/terms.js";
import { DepartedStates } from "./departed-states.js";
import { InsertHost } from "./insert-host.js";
import type { LoadedWorker } from "./loaded-worker.js";
import type { PluginLibrary } from "./plugin-library.js";
import type { InlineStatePorts } from "./state-port.js";
import type { WorkerPool } from "./worker-pool.js";

export interface RackSurroundings {
  readonly library: PluginLibrary;
  readonly workers: WorkerPool;
  readonly context: AudioContext;
  readonly shared: boolean;
  readonly inlineStates: InlineStatePorts;
  /** See `InsertSurroundings`. */
  readonly allocateTimeline: () => ArrayBufferLike;
  readonly failed: () => void;
  readonly session: () => Session | undefined;
  /** Where inserts run if the session does not say. */
  readonly fallback: () => HostingMode;
  /** Where the song stands, in frames. */
  readonly songFrame: () => number;
  readonly running: () => boolean;
  /** The host that is about to take an insert's place. */
  readonly next: (insertId: string) => InsertHost | undefined;
  /** An insert is gone: it fades, leaves its chain, then ends. */
  readonly leave: (insert: InsertHost) => void;
  /** A host that is in use changed: the plan must follow. */
  readonly refresh: () => void;
  readonly changed: () => void;
  readonly notice: (severity: EngineNotice["severity"], text: string, insertId: string) => void;
  readonly post: (message: MixerMessage) => void;
}

type SavedListener = Parameters<MixerEngine["onSaved"]>[0];

/** The hosts of a session's inserts: makes those that come, follows what is set on them, lets go of those that leave. `@mainThread` */
export class InsertRack {
  readonly hosts = new Map<string, InsertHost>();
  readonly #around: RackSurroundings;
  readonly #departed = new DepartedStates();
  readonly #savedListeners = new Set<SavedListener>();
  /** For each insert, what was said once about it. */
  readonly #told = new Map<string, Set<string>>();
  readonly #wishes = new WeakMap<InsertHost, string>();
  #places: ReadonlyMap<string, Placement> = new Map();

  constructor(around: RackSurroundings) {
    this.#around = around;
  }

  onSaved(listener: SavedListener): () => void {
    this.#savedListeners.add(listener);
    return () => this.#savedListeners.delete(listener);
  }

  /** The insert's host, and the one that is about to take its place. */
  hostsOf(insertId: string): InsertHost[] {
    return [...new Set([this.hosts.get(insertId), this.#around.next(insertId)])].filter((host) => host !== undefined);
  }

  /** Workers that inserts run in, or will. */
  get workers(): number {
    const inWorkers = [...this.#places.values()].filter(({ mode }) => mode !== "inline");
    const groups = new Set(inWorkers.flatMap(({ group }) => group ?? []));
    return groups.size + inWorkers.filter(({ group }) => group === undefined).length;
  }

  /** Makes the hosts match a session. @returns those that run elsewhere than they should from now on, with their chains. */
  update(session: Session): InsertHost[] {
    this.#place(session);
    const there = new Set<string>();
    const misplaced = new Set<InsertHost>();
    for (const strip of allStrips(session)) {
      for (const insert of strip.inserts) {
        if (!insert) continue;
        there.add(insert.id);
        const host = this.hosts.get(insert.id);
        if (host?.plugin === insert.plugin) {
          for (const one of this.hostsOf(insert.id)) one.update(insert);
          if (this.#isMisplaced(host)) misplaced.add(host);
          continue;
        }
        host?.dispose();
        this.hosts.set(insert.id, this.#create(insert, strip));
      }
    }
    for (const [id, host] of this.hosts) {
      if (there.has(id)) continue;
      this.hosts.delete(id);
      if (this.#told.get(id)?.size === 0) this.#told.delete(id);
      void host.state.save();
      this.#around.leave(host);
    }
    return this.#withChains(session, misplaced);
  }

  /** A chain goes over as a whole: what is heard beside it meanwhile is another chain. */
  #withChains(session: Session, misplaced: ReadonlySet<InsertHost>): InsertHost[] {
    const chains = allStrips(session).flatMap((strip) => chainsOf(strip)).map(({ inserts }) => inserts.flatMap((insert) => (insert && this.hosts.get(insert.id)) ?? []));
    return chains.filter((chain) => chain.some((host) => misplaced.has(host))).flatMap((chain) => chain.filter((host) => host.ready || misplaced.has(host)));
  }

  /** A host for an insert of the session as it is now. @param state - the plugin's own data; default: as the session has them. */
  createAnew(insertId: string, state?: SavedState, loaded?: LoadedWorker): InsertHost | undefined {
    const session = this.#around.session();
    if (session) this.#place(session);
    for (const strip of session ? allStrips(session) : []) {
      const insert = strip.inserts.find((one) => one?.id === insertId);
      if (insert) return this.#create(state ? { ...insert, state } : insert, strip, loaded);
    }
    return undefined;
  }

  #place(session: Session): void {
    const { library, fallback, shared } = this.#around;
    this.#places = placeInserts(session, { fallback: fallback(), shared, isTrusted: (plugin) => library.isTrusted(plugin) });
  }

  /** Whether an insert is to run elsewhere. Each wish is told once: where it was not met, the insert stays. */
  #isMisplaced(host: InsertHost): boolean {
    const wanted = this.#places.get(host.id);
    const { placement } = this.#around.next(host.id) ?? host;
    const wish = wanted && wanted.mode + (wanted.group ?? "");
    if (wish === undefined || wish === placement.mode + (placement.group ?? "")) {
      this.#wishes.delete(host);
      return false;
    }
    if (this.#wishes.get(host) === wish) return false;
    this.#wishes.set(host, wish);
    return true;
  }

  #create(insert: Insert, strip: Strip, loaded?: LoadedWorker): InsertHost {
    const { library, workers, context, shared, inlineStates, allocateTimeline, failed, session, songFrame, running, next, refresh, changed, post } = this.#around;
    const told = this.#told.get(insert.id) ?? new Set<string>();
    this.#told.set(insert.id, told);
    const state = this.#departed.take(insert.id, insert.compare?.live ?? "A");
    // Not within this update: whoever keeps it changes the session.
    if (state) setTimeout(() => this.#saved(insert.id, insert.compare?.live ?? "A", state));
    const notice = (severity: EngineNotice["severity"], text: string) => {
      this.#around.notice(severity, text, insert.id);
    };
    const once = (key: string, text: string) => {
      if (told.has(key)) return;
      told.add(key);
      notice("warning", text);
    };
    const title = () => {
      const now = session()?.strips[strip.id] ?? strip;
      return `${library.descriptor(insert.plugin)?.name ?? insert.plugin} on ${now.name || now.id}`;
    };
    const placement = this.#places.get(insert.id) ?? { mode: "isolated", asked: "isolated", group: undefined };
    if (shared && placement.mode !== placement.asked && library.isTrusted(insert.plugin) === false) {
      once("hosting", `${title()} was to run ${placement.asked === "inline" ? "inline" : "with its channel"}; its plugin is not one of this program's own, so it keeps a worker of its own.`);
    }
    return new InsertHost(state ? { ...insert, state } : insert, {
      library,
      workers,
      loaded,
      sampleRate: context.sampleRate,
      placement,
      offline: false,
      shared,
      allocateTimeline,
      failed,
      registerInline: (plugin) => library.registerInline(plugin, context),
      title,
      running,
      notice,
      remark: notice,
      inlineState: () => inlineStates.of(insert.id),
      saved: (setting, saved) => {
        this.#saved(insert.id, setting, saved);
      },
      lanes: (specs) => {
        const now = session();
        return now ? insertLanes(now, insert.id, specs, context.sampleRate, (key, text) => once(key, `Automation of ${title()} is kept but moves nothing: ${text}.`)) : [];
      },
      songFrame,
      postLanes: (lanes) => {
        post({ type: "lanes", insert: insert.id, lanes });
      },
      corrections: {
        told,
        say: (sentence) => {
          notice("warning", sentence);
        },
      },
      changed: (host) => {
        // One that is about to take another's place is in no plan yet; a plan without it would only keep it waiting.
        if (host !== next(insert.id)) refresh();
        changed();
      },
    });
  }

  #saved(insertId: string, setting: "A" | "B", state: SavedState): void {
    if (!this.hosts.has(insertId)) this.#departed.keep(insertId, setting, state);
    for (const listener of this.#savedListeners) listener(insertId, setting, state);
  }
}
