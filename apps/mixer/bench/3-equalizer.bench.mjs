import { closeSync, fstatSync, openSync, readSync, writeFileSync } from "node:fs";
import path from "node:path";
import { encodeWav } from "@headroom/engine";
import equalizer from "@headroom/parametric-eq/processor.js";
import { onEmptyPage } from "./page.mjs";
import { bellParams, bells, createRun, SAMPLE_RATE, whiteNoise } from "./pages/processor-run.mjs";
import { fastestRuns, headroom, inTemporaryFolder, isInstalled } from "./programs.mjs";

const COUNTS = [1, 4, 8, 16, 24];
const PAGE_SECONDS = 10;
const PAGE_ROUNDS = 20;
const FILE_SECONDS = 300;
const FILE_ROUNDS = 5;
const MOST_DIFFERENCE_DB = -30;
const READMES = ["", "plugins/parametric-eq"];

/** Parametric EQ against Chromium's filters in one page, and against sox and ffmpeg on one file. */
export async function bench(context) {
  return [...(await inPage(context)), ...(await onFile())].map((row) => ({ ...row, readmes: READMES }));
}

async function inPage(context) {
  const settings = { counts: COUNTS, seconds: PAGE_SECONDS, rounds: PAGE_ROUNDS };
  const speed = await onEmptyPage(context, "/apps/mixer/bench/pages/equalizer.mjs", "compareWithBiquads", settings);
  const ratio = (name) => `${(speed[name].ours / speed[name].native).toFixed(1)} ×`;
  const others = COUNTS.filter((count) => count !== 8);
  return [
    {
      what: `Parametric EQ, 8 bells in stereo: speed against 8 BiquadFilterNodes in the same page, best of ${PAGE_ROUNDS} turns each`,
      target: "≥ 6 ×",
      measured: `${ratio(8)} (${real(speed[8].ours)} beside ${real(speed[8].native)} × real time; a chain of no filters ${real(speed.nothing.native)})`,
    },
    { what: `… ${others.join(", ")} bells against as many nodes`, target: "reported", measured: `${others.map(ratio).join(", ")} (${others.map((count) => real(speed[count].ours)).join(", ")} × real time)` },
    { what: "… 8 bells whose frequencies move against 8 nodes whose frequencies move", target: "reported", measured: `${ratio("moving")} (${real(speed.moving.ours)} beside ${real(speed.moving.native)} × real time)` },
    { what: "… 8 bells in HQ, in linear phase", target: "reported", measured: `${real(speed.hq.ours)}, ${real(speed["linear phase"].ours)} × real time` },
  ];
}

async function onFile() {
  return inTemporaryFolder(async (folder) => {
    const file = (name) => path.join(folder, `${name}.wav`);
    const signal = whiteNoise(FILE_SECONDS, 0.25);
    writeFileSync(file("noise"), Buffer.from(encodeWav(signal, SAMPLE_RATE, "32f")));
    const rivals = [];
    for (const rival of RIVALS) if (await isInstalled(rival.name, rival.versionFlag)) rivals.push(rival);
    const contenders = [{ name: "headroom process", program: headroomProcess }, ...rivals];
    const seconds = await fastestRuns(contenders.map(({ name, program }) => program(file("noise"), file(name))), FILE_ROUNDS);
    for (const { name } of rivals) checkLikeness(file("headroom process"), file(name), name);
    const absent = RIVALS.filter((rival) => !rivals.includes(rival)).map(({ name }) => `${name} is not installed here`);
    return [
      {
        what: `The same 8 bells over ${FILE_SECONDS / 60} minutes of noise, WAV to WAV, whole programs, best of ${FILE_ROUNDS} turns each`,
        target: "reported",
        measured: [...contenders.map(({ name }, n) => `${name} ${seconds[n].toFixed(2)} s`), ...absent].join(", "),
      },
      { what: "… the processor alone, in Node", target: "reported", measured: processorAlone(signal) },
    ];
  });
}

const RIVALS = [
  {
    name: "sox",
    versionFlag: "--version",
    program: (input, output) => ({
      command: "sox",
      args: [input, "-e", "floating-point", "-b", "32", output, ...bells(8).flatMap(({ frequency, q, gain }) => ["equalizer", `${frequency}`, `${q}q`, `${gain}`])],
    }),
  },
  {
    name: "ffmpeg",
    versionFlag: "-version",
    program: (input, output) => ({
      command: "ffmpeg",
      args: ["-v", "error", "-y", "-i", input, "-af", bells(8).map(({ frequency, q, gain }) => `equalizer=f=${frequency}:t=q:w=${q}:g=${gain}`).join(), "-c:a", "pcm_f32le", output],
    }),
  },
];

const headroomProcess = (input, output) =>
  headroom("process", "plugins/parametric-eq", input, output, ...Object.entries(bellParams(8)).flatMap(([id, value]) => ["--set", `${id}=${value}`]));

function processorAlone(signal) {
  const { run } = createRun(equalizer, { params: bellParams(8) }, signal);
  const seconds = Math.min(...Array.from({ length: FILE_ROUNDS }, () => run() / 1000));
  return `${seconds.toFixed(2)} s (${real(FILE_SECONDS / seconds)} × real time)`;
}

/** Two programs that do not filter alike have no speeds to compare. */
function checkLikeness(file, otherFile, name) {
  const samples = lastSecond(file);
  const others = lastSecond(otherFile);
  const energy = (of) => samples.reduce((sum, sample, n) => sum + of(sample, others[n]) ** 2, 0);
  const differenceDb = 10 * Math.log10(energy((a, b) => a - b) / energy((a) => a));
  if (!(differenceDb < MOST_DIFFERENCE_DB)) throw new Error(`headroom process and ${name} differ by ${differenceDb.toFixed(1)} dB; they do not filter alike.`);
}

/** All three write 32-bit floating point, with nothing after the samples. */
function lastSecond(file) {
  const handle = openSync(file, "r");
  const bytes = Buffer.alloc(SAMPLE_RATE * 2 * 4);
  readSync(handle, bytes, 0, bytes.length, fstatSync(handle).size - bytes.length);
  closeSync(handle);
  return Float32Array.from({ length: bytes.length / 4 }, (_, n) => bytes.readFloatLE(4 * n));
}

const real = (timesRealTime) => (timesRealTime < 100 ? timesRealTime.toFixed(1) : timesRealTime.toFixed(0));
