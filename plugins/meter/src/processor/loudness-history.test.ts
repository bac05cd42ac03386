import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  historyAt, historyPoints, historyStep, HistoryValue, POINT_LENGTH, PROGRAMME_HISTORY, PROGRAMME_TICKS, RECENT_HISTORY,
} from "../history.js";
import { ProgrammeHistory, RecentHistory } from "./loudness-history.js";

const { momentary, shortTerm, integrated } = HistoryValue;

/** Momentary loudness that wanders, with short-term and integrated ones that name their tick. */
const tick = (n: number) => [-40 + 30 * Math.fround(Math.sin(n * n)), -n, -n - 0.5] as const;

describe("RecentHistory", () => {
  it("holds the last points, oldest first", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * RECENT_HISTORY.points }), (ticks) => {
        const history = new RecentHistory();
        for (let n = 0; n < ticks; n++) history.add(...tick(n));
        const data = new Float32Array(RECENT_HISTORY.length);
        history.writeTo(data);
        const points = Math.min(ticks, RECENT_HISTORY.points);
        expect([historyPoints(data), historyStep(data)]).toEqual([points, Math.fround(0.1)]);
        for (let p = 0; p < points; p++) expect(historyAt(data, p, shortTerm)).toBe(-(ticks - points + p));
      }),
      { numRuns: 30 },
    );
  });
});

describe("ProgrammeHistory", () => {
  it("is as if its points had been that long from the start: the highest momentary, the last of the others", () => {
    const full = PROGRAMME_HISTORY.points * PROGRAMME_TICKS;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 * full }), (ticks) => {
        const history = new ProgrammeHistory();
        for (let n = 0; n < ticks; n++) history.add(...tick(n));
        const data = new Float32Array(PROGRAMME_HISTORY.length);
        history.writeTo(data);
        const perPoint = Math.round(historyStep(data) * 10);
        const points = historyPoints(data);
        expect(points).toBe(Math.floor(ticks / perPoint));
        expect(ticks < full ? perPoint === PROGRAMME_TICKS : points >= PROGRAMME_HISTORY.points / 2).toBe(true);
        for (let p = 0; p < points; p += 97) {
          const last = (p + 1) * perPoint - 1;
          const most = Math.max(...Array.from({ length: perPoint }, (_, i) => tick(last - i)[momentary]));
          const point = Array.from({ length: POINT_LENGTH }, (_, value) => historyAt(data, p, value));
          expect(point).toEqual([most, tick(last)[shortTerm], tick(last)[integrated]].map(Math.fround));
        }
      }),
      { numRuns: 20, examples: [[full - 1], [full], [4 * full + 7]] },
    );
  });

  it("holds an hour at a point a second", () => {
    const history = new ProgrammeHistory();
    for (let n = 0; n < 36_000 - 1; n++) history.add(...tick(n));
    const data = new Float32Array(PROGRAMME_HISTORY.length);
    history.writeTo(data);
    expect([historyStep(data), historyPoints(data)]).toEqual([1, 3599]);
  });
});
