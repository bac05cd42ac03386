import type { HostingMode } from "@headroom/engine";
import { allRunning, channel, EQ, insert, programme, SAMPLE_RATE, sessionOf, slots, startEngine, TRIM, until, wait } from "./engine.browser.page.js";
import { bundleUrl, FAULTY, FAULTY_BUNDLE } from "./faulty-plugin.js";
import { compare, record, withoutDropouts } from "./recording.browser.page.js";
import { movements, withRichSession } from "./rich-session.browser.page.js";

/** Rule: what is heard is the same to the bit wherever inserts run, shifted by the latency that the engine reports. */
export async function sameInEveryMode(seconds: number) {
  const run = (hosting: HostingMode) =>
    withoutDropouts(() =>
      withRichSession(hosting, async (engine, context) => {
        const audio = await record(engine, context, seconds, movements(engine));
        const { dropouts, latencyFrames, workers } = engine.status();
        return { audio, dropouts, latencyFrames, workers, ran: engine.insertStatus("eq1")?.hosting };
      }),
    );
  const isolated = await run("isolated");
  const others = [];
  for (const mode of ["per channel", "per plugin", "inline"] as const) {
    const { audio, ...seen } = await run(mode);
    others.push({ mode, ...seen, ...compare(isolated.audio, audio) });
  }
  const { dropouts, latencyFrames, workers } = isolated;
  return { isolated: { dropouts, latencyFrames, workers }, others };
}

/**
 * Rule: a plugin that hangs takes those along that share its worker, and is set apart; one that throws takes nobody along.
 * @param trusted - whether the faulty plugin may share a worker at all.
 */
export async function faultInSharedWorker(fault: "throw" | "hang", trusted: boolean) {
  const { engine, context } = await startEngine({ hop: 4096, hosting: "per channel" });
  await engine.registerPlugin({ url: bundleUrl(FAULTY_BUNDLE), trusted });
  const notices: string[] = [];
  engine.onNotice(({ text }) => notices.push(text));
  const sine = programme(20, 1);
  for (const samples of sine.channels) for (let i = 0; i < samples.length; i++) samples[i] = 0.5 * Math.sin((2 * Math.PI * 110 * i) / SAMPLE_RATE);
  engine.addAudio("a", sine);
  const ids = ["before", "bad", "after"];
  const session = sessionOf([channel("a", { inserts: slots(insert("before", TRIM), insert("bad", FAULTY), insert("after", EQ)) })]);
  engine.update(session);
  await allRunning(engine, session);
  const workers = [engine.status().workers];
  const hosting = ids.map((id) => engine.insertStatus(id)?.hosting);
  engine.playhead.play(0);
  await wait(1);
  const from = engine.status().quanta * 128;
  const output = engine.capture(3 * SAMPLE_RATE, from);
  await wait(0.3);
  const failedAt = performance.now();
  engine.setParameter("bad", "fault", fault === "throw" ? 1 : 2);
  // What it starts again with, however soon that is.
  engine.setParameter("bad", "fault", 0, engine.frameAt(context.currentTime) + 60 * SAMPLE_RATE);
  await until(() => (engine.insertStatus("bad")?.faults ?? 0) > 0, "the fault is seen", 3);
  await until(() => ids.every((id) => engine.insertStatus(id)?.state === "running"), "all are back", 5);
  const backMs = performance.now() - failedAt;
  await until(() => engine.status().quanta * 128 > from + 3.2 * SAMPLE_RATE, "the recording is full", 6);
  workers.push(engine.status().workers);
  const left = output[0] ?? new Float32Array();
  const levels: number[] = [];
  for (let i = 0; i + 512 <= left.length; i += 256) levels.push(left.subarray(i, i + 512).reduce((most, x) => Math.max(most, Math.abs(x)), 0));
  const result = {
    workers, hosting, backMs, notices,
    after: ids.map((id) => engine.insertStatus(id)?.hosting),
    faults: ids.map((id) => engine.insertStatus(id)?.faults),
    quietest: Math.min(...levels), loudest: Math.max(...levels), end: levels.at(-1) ?? 0,
  };
  await engine.dispose();
  await context.close();
  return result;
}

/** Largest step from sample to sample, and largest change of step, of both sides. */
function roughness(audio: readonly Float32Array[]): { readonly step: number; readonly bend: number } {
  let step = 0;
  let bend = 0;
  for (const samples of audio) {
    let before = 0;
    for (let i = 1; i < samples.length; i++) {
      const now = samples[i]! - samples[i - 1]!;
      step = Math.max(step, Math.abs(now));
      if (i > 1) bend = Math.max(bend, Math.abs(now - before));
      before = now;
    }
  }
  return { step, bend };
}

/** Rule: where inserts change over to other workers while they play, what is heard is the same as without the change. */
export async function switchesAreNotHeard() {
  const seconds = 9;
  const run = (modes: readonly HostingMode[]) =>
    withoutDropouts(() =>
      withRichSession("isolated", async (engine, context) => {
        let songSeconds = 0;
        const ran: (HostingMode | undefined)[] = [];
        let switching = Promise.resolve();
        const audio = await record(engine, context, seconds, () => {
          switching = (async () => {
            await wait(0.5);
            for (const mode of modes) {
              await engine.setHosting(mode);
              ran.push(engine.insertStatus("eq1")?.hosting);
            }
            songSeconds = engine.playhead.seconds();
          })();
        });
        await switching;
        return { audio, ran, songSeconds, dropouts: engine.status().dropouts };
      }),
    );
  const still = await run([]);
  const switched = await run(["per channel", "per plugin", "isolated"]);
  return { ran: switched.ran, songSeconds: switched.songSeconds, seconds, dropouts: [still.dropouts, switched.dropouts], ...compare(still.audio, switched.audio), still: roughness(still.audio), switched: roughness(switched.audio) };
}

/** Rule: going to the audio thread and back is a jump in time by the hop, and no step and no gap. */
export function switchesInlineAreSmooth() {
  return withoutDropouts(goInlineAndBack);
}

async function goInlineAndBack() {
  const { engine, context } = await startEngine({ hop: 4096 });
  const sine = programme(30, 1);
  for (const samples of sine.channels) for (let i = 0; i < samples.length; i++) samples[i] = 0.5 * Math.sin((2 * Math.PI * 110 * i) / SAMPLE_RATE);
  engine.addAudio("a", sine);
  const half = insert("half", TRIM, { gain: -6.0206 });
  const session = sessionOf([channel("a", { inserts: slots(half, insert("eq", EQ)) })]);
  engine.update(session);
  await allRunning(engine, session);
  engine.playhead.play(0);
  await wait(1);
  const from = engine.status().quanta * 128;
  const output = engine.capture(8 * SAMPLE_RATE, from);
  const hops: number[] = [];
  for (const mode of ["inline", "isolated", "inline", "per channel"] as const) {
    await engine.setHosting(mode);
    hops.push(engine.status().latencyFrames);
    await wait(0.2);
  }
  const done = engine.status().quanta * 128 - from;
  await until(() => engine.status().quanta * 128 > from + 8 * SAMPLE_RATE + 256, "the recording is full", 12);
  const levels: number[] = [];
  // Windows of two cycles.
  for (let i = 0; i + 1024 <= 8 * SAMPLE_RATE; i += 512) levels.push(output[0]?.subarray(i, i + 1024).reduce((most, x) => Math.max(most, Math.abs(x)), 0) ?? 0);
  const result = { ...roughness(output), hops, done: done / SAMPLE_RATE, dropouts: engine.status().dropouts, quietest: Math.min(...levels), loudest: Math.max(...levels), stepOf: (0.25 * 2 * Math.PI * 110) / SAMPLE_RATE };
  await engine.dispose();
  await context.close();
  return result;
}
