import type { SavedState } from "@headroom/sdk";
import type { Session } from "@headroom/session";
import type { AudioData, BounceOptions, BounceResult, EngineUrls, RangeOptions, TapOptions } from "../api.js";
import { chainsOf } from "../graph/chains.js";
import { compile } from "../graph/compile.js";
import { insertLanes } from "../graph/lanes.js";
import { allStrips } from "../graph/routing.js";
import { InsertHost } from "../hosting/insert-host.js";
import { keyedInserts } from "../hosting/plan-sender.js";
import type { PluginLibrary } from "../hosting/plugin-library.js";
import { SegmentWiring } from "../hosting/segment-wiring.js";
import { WorkerPool } from "../hosting/worker-pool.js";
import { StripTables } from "../hosting/strip-tables.js";
import type { SegmentMemory } from "../render/segment.js";
import { allocateEngineMemory } from "../shared/engine-memory.js";
import { allocateTimeline } from "../shared/timeline.js";
import { timeText } from "./stall.js";
import { checkOptions } from "./check-options.js";
import { BLOCK_FRAMES, BOUNCE_HOP, type BounceJob, type BounceReport, type TappedJob, type TapReport } from "./job.js";

export interface BounceSurroundings {
  readonly sampleRate: number;
  readonly urls: EngineUrls;
  readonly library: PluginLibrary;
  readonly audio: ReadonlyMap<string, AudioData>;
  readonly shared: boolean;
  /** An insert's own data, as its processor saved them last. */
  readonly state: (insertId: string) => SavedState | undefined;
}

/** Renders a session in workers of its own, each insert isolated as in playback where memory can be shared. */
export async function bounceSession(session: Session, options: BounceOptions, around: BounceSurroundings): Promise<BounceResult> {
  checkOptions(session, options);
  const started = performance.now();
  const { done, file } = await renderInWorkers(session, options, around, "bounce", async (job) => {
    const { stems = [] } = options;
    const order: BounceJob = { ...job, stems, file: fileOrder(options, around.sampleRate), resampler: await resamplerFor(options, around) };
    return { worker: around.urls.bounceWorker, message: order, done: (report: Extract<BounceReport, { type: "done" }>) => ({ done: report, file: order.file }) };
  });
  const blob = (wav: ArrayBuffer) => new Blob([wav], { type: "audio/wav" });
  const { type: _, wav, stems, ...facts } = done;
  return {
    ...facts,
    wav: blob(wav),
    stems: stems.map((stem) => ({ strip: stem.strip, wav: blob(stem.wav) })),
    sampleRate: file.sampleRate,
    timesRealTime: done.frames / file.sampleRate / ((performance.now() - started) / 1000),
  };
}

/** Renders a session through a tap in a worker of the caller's; its inserts run as in a bounce. */
export function renderTappedIn(session: Session, { worker, order, ...options }: TapOptions, around: BounceSurroundings): Promise<unknown> {
  return renderInWorkers(session, options, around, "analysis", async (job) => {
    if (job.inserts.length > 0) throw new Error("This page has no shared memory, so inserts cannot be rendered for analysis; serve it with the headers COOP and COEP, or bypass the inserts.");
    const message: TappedJob = { job: { ...job, stems: [] }, order };
    return { worker, message, done: ({ result }: Extract<TapReport, { type: "done" }>) => result };
  });
}

/** What a worker renders, and what becomes of its last report. */
interface Errand<Done, Result> {
  readonly worker: string;
  readonly message: unknown;
  readonly done: (report: Done) => Result;
}

type PreparedJob = Omit<BounceJob, "resampler" | "file" | "stems">;

async function renderInWorkers<Done, Result>(
  session: Session,
  options: RangeOptions,
  around: BounceSurroundings,
  name: string,
  errand: (job: PreparedJob) => Promise<Errand<Done, Result>>,
): Promise<Result> {
  const { startSeconds, endSeconds } = options;
  const { sampleRate } = around;
  const frame = (seconds: number) => Math.round(seconds * sampleRate);
  if (!(frame(endSeconds) > frame(startSeconds)) || startSeconds < 0) {
    throw new RangeError(`The range runs from ${startSeconds} s to ${endSeconds} s; it must start at 0 or later and end after its start.`);
  }
  options.signal?.throwIfAborted();
  const faults: string[] = [];
  let onFault: (error: Error) => void = () => undefined;
  const hosts = createHosts(session, frame(startSeconds), around, (text) => {
    faults.push(text);
    onFault(new Error(`The ${name} was ended: ${text}`));
  });
  let worker: Worker | undefined;
  try {
    await loaded(hosts, options.signal);
    if (faults[0] !== undefined) throw new Error(`The ${name} was not started: ${faults[0]}`);
    const { worker: url, message, done } = await errand(prepare(session, options, around, hosts));
    worker = new Worker(url, { type: "module", name });
    const failed = new Promise<never>((_, reject) => {
      onFault = reject;
    });
    return done(await Promise.race([run<Done>(worker, name, message, options, { session, hosts, sampleRate }), failed]));
  } finally {
    worker?.terminate();
    for (const host of hosts.values()) host.dispose();
  }
}

function createHosts(session: Session, songFrame: number, around: BounceSurroundings, onFault: (text: string) => void): Map<string, InsertHost> {
  const hosts = new Map<string, InsertHost>();
  const workers = new WorkerPool(around.urls.pluginWorker);
  const mode = around.shared ? "isolated" : "inline";
  for (const strip of allStrips(session)) {
    for (const insert of strip.inserts) {
      if (!insert || !around.library.descriptor(insert.plugin)) continue;
      const { state: kept, ...copy } = insert;
      const state = around.state(insert.id) ?? kept;
      const host = new InsertHost(state ? { ...copy, state } : copy, {
        library: around.library,
        workers,
        failed: () => undefined,
        allocateTimeline: () => allocateTimeline(around.shared),
        sampleRate: around.sampleRate,
        placement: { mode, asked: mode, group: undefined },
        offline: true,
        ...(around.shared && { blockFrames: BLOCK_FRAMES }),
        shared: around.shared,
        registerInline: () => Promise.resolve(),
        title: () => `${around.library.descriptor(insert.plugin)?.name ?? insert.plugin} on ${strip.name || strip.id}`,
        running: () => false,
        notice: (severity, text) => {
          if (severity !== "info") onFault(text);
        },
        // Told when the values were set; a bounce is not ended for them.
        corrections: { told: new Set(), say: () => undefined },
        // Only where no memory is shared does a bounce run inserts in its own thread, and it saves none.
        // What it says it says where it is heard.
        remark: () => undefined,
        lanes: (specs) => insertLanes(session, insert.id, specs, around.sampleRate, () => undefined),
        songFrame: () => songFrame,
        postLanes: () => undefined,
        inlineState: () => ({ save: () => Promise.resolve(), restore: () => Promise.resolve() }),
        saved: () => undefined,
        changed: () => undefined,
      });
      hosts.set(insert.id, host);
    }
  }
  return hosts;
}

async function loaded(hosts: ReadonlyMap<string, InsertHost>, signal: AbortSignal | undefined): Promise<void> {
  while ([...hosts.values()].some((host) => host.status().state === "loading")) {
    signal?.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function prepare(session: Session, options: RangeOptions, around: BounceSurroundings, hosts: ReadonlyMap<string, InsertHost>): PreparedJob {
  const { sampleRate, shared } = around;
  const memory = allocateEngineMemory(shared);
  const tables = new StripTables(memory);
  tables.update(session);
  const ready = new Map([...hosts].map(([id, host]) => [id, host.latencyFrames]));
  const plan = compile(session, { sampleRate, hosting: () => (shared ? "isolated" : "inline"), hop: BOUNCE_HOP, ready, rows: tables.rows, sendRows: tables.sendRows });
  const keyed = keyedInserts(plan);
  for (const [id, frames] of Object.entries(plan.songDelay)) hosts.get(id)?.controls.setDelay(frames, 0);
  const segments = new Map<string, SegmentMemory>();
  const wiring = new SegmentWiring();
  if (shared) {
    for (const { id, inserts } of allStrips(session).flatMap((strip) => chainsOf(strip))) {
      const chain = inserts.flatMap((insert) => (insert ? (hosts.get(insert.id) ?? []) : []));
      const ends = wiring.wire(id, chain, keyed, BOUNCE_HOP, 0, BLOCK_FRAMES);
      if (ends) segments.set(id, ends);
    }
  }
  const inline = shared ? [] : [...hosts.values()].flatMap((host) => (host.inline ? [{ id: host.id, ...host.inline }] : []));
  const plugins = new Set(inline.map(({ plugin }) => plugin));
  return {
    session,
    rows: tables.rows,
    sendRows: tables.sendRows,
    plan,
    memory,
    segments,
    audio: new Map([...around.audio].map(([key, { channels }]) => [key, channels])),
    bundles: new Map([...plugins].map((id) => [id, around.library.bundle(id) ?? ""])),
    inserts: inline,
    timelines: [...hosts.values()].flatMap((host) => host.timeline ?? []),
    tempo: session.tempo,
    startFrame: Math.round(options.startSeconds * sampleRate),
    songFrames: Math.round(options.endSeconds * sampleRate) - Math.round(options.startSeconds * sampleRate),
    tailFrames: Math.round((options.tailSeconds ?? 0) * sampleRate),
  };
}

async function resamplerFor({ sampleRate }: BounceOptions, around: BounceSurroundings): Promise<string | undefined> {
  if (sampleRate === undefined || sampleRate === around.sampleRate) return undefined;
  const response = await fetch(around.urls.resampler);
  if (!response.ok) throw new Error(`What changes sample rates could not be loaded: the server answered ${response.status}. Bounce at ${around.sampleRate} Hz, or reload the page.`);
  return response.text();
}

function fileOrder({ sampleRate, bitDepth, normalize, dither = bitDepth === 16 }: BounceOptions, renderedRate: number): BounceJob["file"] {
  return { renderedRate, sampleRate: sampleRate ?? renderedRate, bitDepth, dither, normalize };
}

function run<Done>(
  worker: Worker,
  name: string,
  message: unknown,
  options: RangeOptions,
  { session, hosts, sampleRate }: { readonly session: Session; readonly hosts: ReadonlyMap<string, InsertHost>; readonly sampleRate: number },
): Promise<Done> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(options.signal?.reason as Error);
    };
    if (options.signal?.aborted) abort();
    options.signal?.addEventListener("abort", abort);
    worker.onerror = (event) => {
      reject(new Error(`The ${name} worker could not run: ${event.message || "its script was not loaded"}.`));
    };
    worker.onmessage = ({ data }: MessageEvent<BounceReport | TapReport>) => {
      switch (data.type) {
        case "progress":
          options.onProgress?.(data.done);
          return;
        case "done":
          options.onProgress?.(1);
          // The worker is the errand's own.
          resolve(data as Done);
          return;
        case "stalled":
          reject(new Error(stallSentence(data.strip, data.frame / sampleRate, name, session, hosts)));
          return;
        case "faulty": {
          const title = hosts.get(data.insert)?.title ?? data.insert;
          reject(new Error(`${title} failed at ${timeText(data.frame / sampleRate)} of the song, so the ${name} was ended. Bypass or replace it.`));
          return;
        }
        case "failed":
          reject(new Error(data.reason));
          return;
      }
    };
    worker.postMessage(message);
  });
}

/** Names the first insert of the chain that has work and does not do it. */
function stallSentence(stripId: string, seconds: number, name: string, session: Session, hosts: ReadonlyMap<string, InsertHost>): string {
  const strip = session.strips[stripId];
  const inserts = strip?.inserts.flatMap((insert) => (insert ? (hosts.get(insert.id) ?? []) : [])) ?? [];
  const culprit = inserts.find((host) => host.behind() > 0) ?? inserts[0];
  return `${culprit?.title ?? `An insert of “${strip?.name ?? stripId}”`} stopped answering at ${timeText(seconds)} of the song, so the ${name} was ended. Bypass or replace it.`;
}
