import { writeFileSync } from "node:fs";
import path from "node:path";
import { encodeWav } from "@headroom/engine";
import { openMixer } from "./page.mjs";
import { SAMPLE_RATE, whiteNoise } from "./pages/processor-run.mjs";
import { pinkNoise } from "./pink-noise.mjs";
import { fastestRuns, headroom, inTemporaryFolder, isInstalled, outputOf } from "./programs.mjs";

const NOISE_SECONDS = 300;
/** As long as songs usually are: of half a minute of audio, the programs spend half their time on starting. */
const SONG_TURNS = 10;
const ROUNDS = 7;
const READMES = ["", "packages/dsp", "plugins/meter"];

/** Loudness with true peak by `headroom measure` against ffmpeg, as whole programs on the same files. */
export async function bench(context) {
  const hasFfmpeg = await isInstalled("ffmpeg", "-version");
  return inTemporaryFolder(async (folder) => {
    const file = (name) => path.join(folder, `${name}.wav`);
    const noises = { "white noise": whiteNoise(NOISE_SECONDS), "pink noise": pinkNoise(NOISE_SECONDS) };
    for (const [name, signal] of Object.entries(noises)) writeFileSync(file(name), Buffer.from(encodeWav(signal, SAMPLE_RATE, "32f")));
    writeFileSync(file("song"), await bounceDemo(context));
    const programmes = Object.keys(noises).map((name) => ({ what: `${NOISE_SECONDS / 60} minutes of ${name}`, wav: file(name) }));
    programmes.push(hasFfmpeg ? { what: `the demo song ${SONG_TURNS} times over`, wav: await repeat(file("song"), file("songs")) } : { what: "the demo song", wav: file("song") });
    /** @type {{ what: string, target: string, measured: string }[]} */
    const rows = [];
    for (const { what, wav } of programmes) rows.push(...(hasFfmpeg ? await compare(what, wav) : await measureAlone(what, wav)));
    return rows.map((row) => ({ ...row, readmes: READMES }));
  });
}

async function compare(name, file) {
  const programs = [
    headroom("measure", file, "--json"),
    { command: "ffmpeg", args: ["-nostats", "-i", file, "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"] },
  ];
  const [ours, theirs] = await fastestRuns(programs, ROUNDS);
  const our = await measure(file);
  const their = await measureByFfmpeg(file);
  return [
    {
      what: `Loudness and true peak of ${name}: speed of headroom measure against ffmpeg ebur128=peak=true, whole programs, best of ${ROUNDS} turns each`,
      target: "≥ 1 ×",
      measured: `${(theirs / ours).toFixed(1)} × (${ours.toFixed(2)} s beside ${theirs.toFixed(2)} s)`,
    },
    {
      what: "… what both read",
      target: "within 0.1 LU, 0.2 dB",
      measured: `${our.lufs.toFixed(2)} beside ${their.lufs.toFixed(2)} LUFS, ${our.dbtp.toFixed(2)} beside ${their.dbtp.toFixed(2)} dBTP`.replaceAll("-", "−"),
    },
  ];
}

async function measureAlone(name, file) {
  const [seconds] = await fastestRuns([headroom("measure", file, "--json")], ROUNDS);
  return [{ what: `Loudness and true peak of ${name} by headroom measure, the whole program, best of ${ROUNDS} turns`, target: "reported", measured: `${seconds.toFixed(2)} s; ffmpeg is not installed here` }];
}

async function measure(file) {
  const { command, args } = headroom("measure", file, "--json");
  const [{ integratedLufs, truePeakDbtp }] = JSON.parse(await outputOf({ command, args }));
  return { lufs: integratedLufs, dbtp: truePeakDbtp };
}

/** With three decimals, which the summary at the end does not have. */
async function measureByFfmpeg(file) {
  const output = await outputOf({ command: "ffmpeg", args: ["-v", "error", "-i", file, "-af", "ebur128=peak=true:metadata=1,ametadata=mode=print:file=-", "-f", "null", "-"] });
  const last = (key) => Number(output.slice(output.lastIndexOf(`lavfi.r128.${key}=`)).match(/=([-\d.]+)/)?.[1]);
  return { lufs: last("I"), dbtp: 20 * Math.log10(last("true_peak")) };
}

/** Plays a WAV file as many times as stated; its samples stay as they are. */
async function repeat(file, longer) {
  await outputOf({ command: "ffmpeg", args: ["-v", "error", "-y", "-stream_loop", `${SONG_TURNS - 1}`, "-i", file, "-c", "copy", longer] });
  return longer;
}

/** The song as the mixer starts with it, from the mixer's own bounce. */
async function bounceDemo({ browser, url }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { page } = await openMixer(context, url);
  const base64 = await page.evaluate(async () => {
    const { engine, document: session } = window.headroom;
    const { wav } = await engine.bounce({ startSeconds: 0, endSeconds: session.snapshot().loop.endSeconds, bitDepth: "32f" });
    const reader = new FileReader();
    await new Promise((resolve) => {
      reader.onload = resolve;
      reader.readAsDataURL(wav);
    });
    return reader.result.slice(reader.result.indexOf(",") + 1);
  });
  await context.close();
  return Buffer.from(base64, "base64");
}
