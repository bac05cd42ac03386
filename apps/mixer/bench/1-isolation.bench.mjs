import { cpuSeconds, loadChannels, median, memoryBytes, openMixer, percent, status, wait } from "./page.mjs";

const SECONDS = 60;
const CHANNELS = 16;
const EQ_PARAMS = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8].flatMap((band) => [
    [`band${band}.enabled`, true],
    [`band${band}.type`, "bell"],
    [`band${band}.gain`, band % 2 === 0 ? 3 : -3],
  ]),
);
const CHAIN = [
  { plugin: "dev.headroom.parametric-eq", params: EQ_PARAMS },
  { plugin: "dev.headroom.gain-trim", params: { gain: -1 } },
  { plugin: "dev.headroom.meter", params: {} },
];

/** 16 channels with three inserts each, isolated and then inline in the same page: dropouts, load, memory. */
export async function bench({ browser, url }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { page } = await openMixer(context, url);
  const inserts = CHANNELS * CHAIN.length;
  await loadChannels(page, CHANNELS, []);
  // Workers that were ended may take two seconds to go.
  await wait(5);
  const empty = await memoryBytes(browser, page);

  await loadChannels(page, CHANNELS, CHAIN);
  const isolated = await playFor(page, browser);
  await allSound(page);
  const pings = await pingWhilePlaying(page);
  const held = await memoryBytes(browser, page);

  await page.evaluate(() => window.headroom.engine.setHosting("inline"));
  await wait(3);
  const inline = await playFor(page, browser);
  await context.close();

  return [
    {
      what: `16 channels × 3 isolated inserts (${isolated.workers} workers), ${SECONDS} s: dropouts, at the hop found automatically`,
      target: "0",
      measured: `${isolated.dropouts}, at ${isolated.hop} frames (${((isolated.hop / isolated.sampleRate) * 1000).toFixed(0)} ms)`,
    },
    { what: "… audio thread, isolated beside inline", target: "reported", measured: `${percent(isolated.load)} beside ${percent(inline.load)} of real time` },
    { what: "… all processes of the browser, isolated beside inline", target: "reported", measured: `${percent(isolated.cpu)} beside ${percent(inline.cpu)} of one core` },
    { what: "… memory for each isolated insert, its worker included", target: "reported", measured: `${((held - empty) / inserts / 2 ** 20).toFixed(1)} MiB` },
    { what: "comlink round trip to a busy plugin worker, median of 200 (worst)", target: "< 2 ms", measured: `${median(pings).toFixed(2)} ms (${Math.max(...pings).toFixed(1)} ms)` },
  ];
}

/** No figure counts where an insert did not work, or restarted: dry sound is cheap and never late. */
async function allSound(page) {
  const sick = await page.evaluate(() => {
    const { engine, document: session } = window.headroom;
    const inserts = Object.values(session.snapshot().strips).flatMap((strip) => strip.inserts.filter(Boolean));
    return inserts.map(({ id }) => engine.insertStatus(id)).filter(({ state, faults }) => state !== "running" || faults > 0);
  });
  if (sick.length > 0) throw new Error(`${sick.length} inserts did not work all the time: ${sick[0].reason ?? sick[0].state}`);
}

async function pingWhilePlaying(page) {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const pings = [];
  for (let i = 0; i < 200; i++) {
    pings.push(await page.evaluate((id) => window.headroom.engine.ping(id), `bench-${i % CHANNELS}-0`));
    await wait(0.01);
  }
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  return pings;
}

/** Plays the song in its loop and watches. */
async function playFor(page, browser) {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await wait(3);
  const before = await status(page);
  const cpu = await cpuSeconds(browser);
  const loads = [];
  for (let i = 0; i < SECONDS; i++) {
    await wait(1);
    loads.push((await status(page)).load);
  }
  const used = (await cpuSeconds(browser)) - cpu;
  const after = await status(page);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  return { ...after, dropouts: after.dropouts - before.dropouts, load: loads.reduce((sum, load) => sum + load, 0) / loads.length, cpu: used / SECONDS };
}
