import { describe, expect, it } from "vitest";
import { makeWav, temporaryFile } from "../wav/wav-harness.js";
import { run } from "./run.js";

async function headroom(...args: string[]) {
  let out = "";
  let err = "";
  const code = await run(args, { out: { write: (text) => (out += text) }, err: { isTTY: false, write: (text) => (err += text) } });
  return { code, out, err };
}

const wav = () => temporaryFile(makeWav({ type: "s16", samples: [[0, 16_384, 0, -16_384], [0, 0, 0, 0]] }));

describe("headroom", () => {
  it("lists its commands", async () => {
    const { code, out } = await headroom("--help");
    expect(code).toBe(0);
    expect(out).toContain("measure");
    expect(await headroom()).toEqual({ code: 2, out: "", err: out });
  });

  it("names the commands there are when asked for another", async () => {
    const { code, err } = await headroom("mesure");
    expect([code, err]).toEqual([2, expect.stringMatching(/^There is no command “mesure”; there is check, measure/)]);
    expect((await headroom("constructor")).code).toBe(2);
  });
});

describe("headroom measure", () => {
  it("shows help when asked, whatever else is there", async () => {
    const { code, out } = await headroom("measure", "x.wav", "--help");
    expect([code, out]).toEqual([0, expect.stringContaining("headroom measure IN.wav… [--json]")]);
  });

  it("writes JSON", async () => {
    const file = wav();
    const { code, out, err } = await headroom("measure", file, "--json");
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual([
      {
        file, sampleRate: 48_000, channels: 2, durationSeconds: 4 / 48_000, integratedLufs: null, momentaryMaxLufs: null, shortTermMaxLufs: null,
        loudnessRange: 0, truePeakDbtp: expect.any(Number) as number, samplePeakDbfs: 20 * Math.log10(0.5), rmsDbfs: expect.closeTo(10 * Math.log10(0.0625), 9) as number, clippedSamples: 0,
      },
    ]);
  });

  it("measures what it can of several files, and says what it cannot", async () => {
    const { code, out, err } = await headroom("measure", wav(), "nowhere.wav", wav());
    expect(code).toBe(1);
    expect(out.trim().split("\n")).toHaveLength(3);
    expect(err).toBe("nowhere.wav cannot be read: there is no such file.\n");
  });

  it("refuses a command line that makes no sense", async () => {
    expect(await headroom("measure")).toMatchObject({ code: 2, err: expect.stringContaining("measure needs at least one WAV file.") as string });
    expect(await headroom("measure", "--jsn")).toMatchObject({ code: 2, err: expect.stringContaining("'--jsn'") as string });
  });
});
