import { describe, expect, it } from "vitest";
import { SAMPLE_RATE, SONG_FRAMES } from "../composition/timeline.js";
import { scaleToPeak, wrapTail } from "./finish-stem.js";
import { addHall } from "./hall.js";
import type { KitSound, KitTakes } from "./kit.js";
import type { StereoAudio } from "./offline-stage.js";
import { startPacing } from "./pacing.js";
import { placeHits } from "./place-hits.js";

const silence = (frames = SONG_FRAMES): StereoAudio => [new Float32Array(frames), new Float32Array(frames)];
const ones = (frames: number): StereoAudio => [new Float32Array(frames).fill(1), new Float32Array(frames).fill(1)];

function kit(sounds: readonly (KitSound & { takeFrames: number })[]): KitTakes {
  return new Map(sounds.map((sound) => [sound.name, { sound, takes: Array.from({ length: sound.takes }, () => ones(sound.takeFrames)) }]));
}

describe("laying takes", () => {
  const tick = { name: "tick", seconds: 1, takes: 1, fadeSeconds: 0, takeFrames: 10 };

  it("is exact to the frame and wraps what rings past the end", async () => {
    const [left, right] = await placeHits([{ frame: SONG_FRAMES - 4, velocity: 1, sound: "tick" }], kit([tick]), startPacing());
    expect([...left.subarray(SONG_FRAMES - 5)]).toEqual([0, 1, 1, 1, 1]);
    expect([...right.subarray(0, 7)]).toEqual([1, 1, 1, 1, 1, 1, 0]);
  });

  it("lets a choked sound go at the stroke that chokes it", async () => {
    const open = { ...tick, name: "open", takeFrames: 1000, chokedBy: "tick" };
    const hits = [
      { frame: 0, velocity: 1, sound: "open" },
      { frame: 100, velocity: 0.001, sound: "tick" },
    ];
    const [left] = await placeHits(hits, kit([tick, open]), startPacing());
    expect(left[99]).toBe(1);
    expect(left[111]).toBe(0);
  });

  it("fades a held sound to nothing once it is let go", async () => {
    const held = { ...tick, takeFrames: SAMPLE_RATE, fadeSeconds: 0.01 };
    const [left] = await placeHits([{ frame: 0, velocity: 1, sound: "tick", heldFrames: 500 }], kit([held]), startPacing());
    expect(left[499]).toBe(1);
    expect(left[740]).toBeCloseTo(0.25, 2);
    expect(left[980]).toBe(0);
  });

  it("names a sound that the kit lacks", async () => {
    await expect(placeHits([{ frame: 0, velocity: 1, sound: "bell" }], kit([tick]), startPacing())).rejects.toThrow(/"bell".*tick/);
  });
});

describe("finishing a stem", () => {
  it("adds the ring past the end to the start", () => {
    const [left] = wrapTail(ones(SONG_FRAMES + 3));
    expect(left).toHaveLength(SONG_FRAMES);
    expect([...left.subarray(0, 5)]).toEqual([2, 2, 2, 1, 1]);
  });

  it("scales to a peak, and leaves silence alone", async () => {
    const stem = silence(100);
    stem[1][7] = -4;
    await scaleToPeak(stem, -6, startPacing());
    expect(stem[1][7]).toBeCloseTo(-(10 ** (-6 / 20)), 6);
    const nothing = silence(100);
    await scaleToPeak(nothing, -6, startPacing());
    expect(nothing[0].every((sample) => sample === 0)).toBe(true);
  });
});

describe("hall", () => {
  it("dies by 60 dB in its decay time", async () => {
    const song = silence();
    song[0][0] = 1;
    await addHall(song, { decaySeconds: 2, dampingHz: 20_000, wet: 1 }, startPacing());
    const energyAt = (seconds: number) =>
      song[0].subarray((seconds - 0.1) * SAMPLE_RATE, (seconds + 0.1) * SAMPLE_RATE).reduce((sum, sample) => sum + sample * sample, 0);
    // Echoes are noise-like: each window's energy is good to about 2 dB; the damping adds a little decay.
    const fallDb = 10 * Math.log10(energyAt(0.4) / energyAt(1.4));
    expect(fallDb).toBeGreaterThan(27);
    expect(fallDb).toBeLessThan(36);
  });

  it("rings over the loop's seam", async () => {
    const song = silence();
    song[0][SONG_FRAMES - 1] = 1;
    await addHall(song, { decaySeconds: 1, dampingHz: 8000, wet: 0.5 }, startPacing());
    expect(song[0].subarray(0, SAMPLE_RATE).some((sample) => Math.abs(sample) > 0.01)).toBe(true);
    expect(song[0].subarray(2 * SAMPLE_RATE, 3 * SAMPLE_RATE).every((sample) => sample === 0)).toBe(true);
  });

  it("stops when it is aborted", async () => {
    await expect(addHall(silence(), { decaySeconds: 1, dampingHz: 8000, wet: 0.5 }, startPacing(AbortSignal.abort(new Error("enough"))))).rejects.toThrow("enough");
  });
});
