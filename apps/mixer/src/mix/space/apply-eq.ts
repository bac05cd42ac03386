import type { EqChange } from "@headroom/analysis";
import type { Insert, SessionDocument, Strip } from "@headroom/session";
import { attempt } from "../../session/attempt.js";

/** Bands of Parametric EQ. */
const BANDS = 24;

/** Bands that were put into an insert, and what it had before where they are. */
export interface AppliedEq {
  readonly insert: string;
  readonly set: Insert["params"];
  /** Without the bands: they are off, and the output is as it was. */
  readonly without: Readonly<Record<string, number>>;
}

/**
 * Puts suggested bands into the channels' Parametric EQs, in one undo step: into free bands of the first EQ that is on and
 * has enough of them, else into a new one.
 * @param eq - Parametric EQ, by id and version.
 * @returns what was put where; `undefined` where the session refused.
 */
export function applyEq(document: SessionDocument, eq: Pick<Insert, "plugin" | "version">, changes: readonly EqChange[]): readonly AppliedEq[] | undefined {
  const applied: AppliedEq[] = [];
  const isMade = attempt(() =>
    document.edit("Make room by EQ", () => {
      for (const change of changes) {
        const strip = document.snapshot().strips[change.strip];
        if (!strip) continue;
        const found = strip.inserts.find((insert) => insert !== null && insert.plugin === eq.plugin && takes(insert, change.bands.length));
        const id = found?.id ?? document.inserts.add(strip.id, eq, slotFor(strip));
        const set = valuesFor(change, found ?? undefined);
        document.inserts.setParams(id, set);
        const bands = Object.keys(set).filter((key) => key.endsWith(".enabled"));
        applied.push({ insert: id, set, without: { ...Object.fromEntries(bands.map((key) => [key, 0])), output: outputOf(found ?? undefined) } });
      }
    }),
  );
  return isMade ? applied : undefined;
}

function takes(insert: Insert, bands: number): boolean {
  return !insert.bypass && freeBands(insert).length >= bands;
}

/** Numbers of the bands that are off. */
function freeBands(insert: Insert | undefined): readonly number[] {
  return Array.from({ length: BANDS }, (_, index) => index + 1).filter((band) => insert?.params[`band${band}.enabled`] !== true);
}

/** The first free slot before the fader, so that what is sent on from there has the bands too. */
function slotFor({ inserts, slotsBeforeFader }: Strip): number {
  const free = inserts.findIndex((insert, slot) => insert === null && slot < slotsBeforeFader);
  return free < 0 ? 0 : free;
}

/** Parameters of Parametric EQ that add a change's bands to what an insert has. */
function valuesFor({ bands, outputDb }: EqChange, insert: Insert | undefined): Insert["params"] {
  const free = freeBands(insert);
  const values: Insert["params"] = {};
  for (const [index, { type, frequencyHz, gainDb, q, slope }] of bands.entries()) {
    const band = `band${free[index] ?? index + 1}`;
    Object.assign(values, {
      [`${band}.enabled`]: true,
      [`${band}.type`]: type,
      [`${band}.frequency`]: frequencyHz,
      [`${band}.gain`]: gainDb,
      [`${band}.q`]: q,
      [`${band}.slope`]: slope,
      [`${band}.channel`]: "stereo",
      [`${band}.dynamic`]: false,
    });
  }
  return { ...values, output: outputOf(insert) + outputDb };
}

function outputOf(insert: Insert | undefined): number {
  return typeof insert?.params["output"] === "number" ? insert.params["output"] : 0;
}
