import * as fc from "fast-check";
import { expect, it } from "vitest";
import { balanceErrorLu, balanceRound, bandError, bandRound, chainRound, type Difficulty, louderRound } from "./rounds.js";

const difficulty = fc.constantFrom<Difficulty>(0, 1, 2);
const numbers = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
const from = (stream: Iterator<number>) => () => stream.next().value as number;

it("a hidden balance moves each of its channels, and reproducing it leaves no error", () => {
  fc.assert(
    fc.property(difficulty, numbers, fc.uniqueArray(fc.string(), { maxLength: 12 }), (level, stream, strips) => {
      const round = balanceRound(strips, level, from(stream));
      expect(Object.keys(round.offsetsDb).length).toBeLessThanOrEqual(strips.length);
      for (const db of Object.values(round.offsetsDb)) expect(Math.abs(db)).toSatisfy((off: number) => off >= 0.5 && off <= 9);
      expect(balanceErrorLu(round, round.offsetsDb)).toBe(0);
    }),
  );
});

it("scores a balance by the mean of its channels' errors, and a band by octaves and dB", () => {
  expect(balanceErrorLu({ offsetsDb: { a: 3, b: -6 } }, { a: 1, b: -6 })).toBe(1);
  expect(bandError({ frequencyHz: 1000, gainDb: 8, q: 1 }, { frequencyHz: 500, gainDb: 6 })).toEqual({ octaves: 1, db: 2 });
});

it("a band lies where most speakers play it; of two levels exactly one is the louder", () => {
  fc.assert(
    fc.property(difficulty, numbers, (level, stream) => {
      const random = from(stream);
      const { frequencyHz } = bandRound(level, random);
      expect(frequencyHz).toSatisfy((hz: number) => hz >= 100 && hz < 9100);
      const { levelsDb } = louderRound(level, random);
      expect(Math.max(...levelsDb)).toBe(0);
      expect(Math.min(...levelsDb)).toBeLessThan(-0.5);
    }),
  );
});

it("a chain is over full scale behind its answer and nowhere before", () => {
  fc.assert(
    fc.property(difficulty, numbers, (level, stream) => {
      const { sourceDbfs, stages, answer } = chainRound(level, from(stream));
      let peak = sourceDbfs;
      expect(peak).toBeLessThan(0);
      for (const [index, { gainDb }] of stages.entries()) {
        peak += gainDb;
        if (index < answer) expect(peak).toBeLessThan(0);
        if (index === answer) expect(peak).toBeGreaterThan(0);
      }
    }),
  );
});
