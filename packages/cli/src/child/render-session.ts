import { writeFileSync } from "node:fs";
import { analyzeRender, mixCheck } from "@headroom/analysis";
import { finishBounce, hasFailed, insertOrders, renderJob, resample, stalledInsert, timeText, wireRender, type InsertOrder, type RenderFailure, type RenderJob, type WiredRender } from "@headroom/engine/offline";
import type { PluginDescriptor } from "@headroom/sdk";
import { checkDescriptor } from "@headroom/sdk";
import type { MixCheckOrder, MixCheckResult, SessionOrder, SessionResult } from "../plugin/protocol.js";
import type { GroupRealmApi } from "../realm/group-realm-api.js";
import { InsertThreads } from "./insert-threads.js";
import { PluginRealm } from "./plugin-realm.js";
import { readSessionAudio } from "./read-session-audio.js";

/** Renders a session to files. Rejects with a sentence. @param entry - code of `group-realm-entry.ts`. */
export async function renderSession(order: SessionOrder, entry: string, onProgress: (done: number) => void): Promise<SessionResult> {
  const started = performance.now();
  const { outcome, warnings } = await withSession(order, order.stems.map(({ strip }) => strip), entry, "nothing was written", (job, failed) => {
    const rendered = renderJob(job, new Map(), onProgress, failed);
    return rendered.type === "rendered" ? { rendered } : rendered;
  });
  const { wav, stems, ...facts } = await finishBounce(outcome.rendered.mix, outcome.rendered.stems, order.file, resample);
  if (order.mix !== undefined) writeFileSync(order.mix, new Uint8Array(wav));
  for (const [i, stem] of stems.entries()) {
    const to = order.stems[i];
    if (to) writeFileSync(to.file, new Uint8Array(stem.wav));
  }
  return { ...facts, warnings, seconds: (performance.now() - started) / 1000 };
}

/** Measures a session. Rejects with a sentence. @param entry - code of `group-realm-entry.ts`. */
export async function checkSession(order: MixCheckOrder, entry: string, onProgress: (done: number) => void): Promise<MixCheckResult> {
  const started = performance.now();
  const { outcome, warnings } = await withSession(order, [], entry, "nothing was measured", (job, failed) => {
    const analysis = analyzeRender(order.session, job, { onProgress, failed });
    return "type" in analysis ? analysis : { analysis };
  });
  return { report: mixCheck(order.session, outcome.analysis), warnings, seconds: (performance.now() - started) / 1000 };
}

/** Makes a session's inserts on threads of their own and renders with them. @param lost - what became of the work where it fails. */
async function withSession<Outcome extends object>(
  order: MixCheckOrder,
  stems: readonly string[],
  entry: string,
  lost: string,
  render: (job: RenderJob, failed: () => string | undefined) => Outcome | RenderFailure,
): Promise<{ readonly outcome: Outcome; readonly warnings: readonly string[] }> {
  const { session } = order;
  const warnings: string[] = [];
  const { plugins, bundles } = await describePlugins(order, entry);
  refuseMissing(order, plugins);
  const orders = insertOrders(session, plugins, session.sampleRate, order.range.startSeconds, (sentence) => warnings.push(sentence));
  const starting = InsertThreads.start(orders, order.threads, entry, bundles);
  // Told where it is waited for; the audio may fail first.
  starting.catch(() => undefined);
  const audio = await readSessionAudio(order);
  const threads = await starting;
  try {
    const wired = wireRender(session, orders, threads.bells, order.range, stems);
    threads.wire(wired.wirings);
    const outcome = render({ ...wired.job, audio }, () => orders.find(({ memory }) => hasFailed(memory))?.id);
    if (isFailure(outcome)) throw new Error(`${failure(outcome, wired, orders, session.sampleRate)} of the song, so ${lost}. Bypass or replace it.`);
    return { outcome, warnings };
  } finally {
    threads.stop();
  }
}

function isFailure(outcome: object): outcome is RenderFailure {
  return "type" in outcome;
}

async function describePlugins({ bundles }: MixCheckOrder, entry: string) {
  const plugins = new Map<string, PluginDescriptor>();
  const texts = new Map<string, string>();
  for (const { file, text } of bundles) {
    const realm = await PluginRealm.create<GroupRealmApi>(entry);
    await realm.load(text, file);
    const stated: unknown = structuredClone(realm.api.descriptor());
    const faults = checkDescriptor(stated);
    if (faults.length > 0) throw new Error(`${file} states a wrong contract. ${faults.join(" ")}`);
    // Checked just now.
    const descriptor = stated as PluginDescriptor;
    // The first of an id counts: what a person names comes before what lies around.
    if (plugins.has(descriptor.id)) continue;
    plugins.set(descriptor.id, descriptor);
    texts.set(descriptor.id, text);
  }
  return { plugins, bundles: texts };
}

function refuseMissing({ session }: MixCheckOrder, plugins: ReadonlyMap<string, PluginDescriptor>): void {
  for (const strip of Object.values(session.strips)) {
    for (const insert of strip.inserts) {
      if (!insert || insert.bypass || plugins.has(insert.plugin)) continue;
      throw new Error(`${strip.name || strip.id} has an insert of the plugin "${insert.plugin}", which is not here; give its bundle with --plugin, or bypass the insert.`);
    }
  }
}

function failure(outcome: RenderFailure, { wirings }: WiredRender, orders: readonly InsertOrder[], sampleRate: number): string {
  const at = timeText(outcome.frame / sampleRate);
  if (outcome.type === "faulty") {
    const title = orders.find(({ id }) => id === outcome.insert)?.title ?? outcome.insert;
    return `${title} threw, or gave what is no audio, at ${at}`;
  }
  const chain = orders.flatMap((order) => {
    const input = order.strip === outcome.strip ? wirings.get(order.id)?.input : undefined;
    return input ? [{ ...order, input }] : [];
  });
  return `${stalledInsert(chain)?.title ?? "An insert"} stopped answering at ${at}`;
}
