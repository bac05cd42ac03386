import { controlRange } from "../automation/control-range.js";
import { inOrder } from "../automation/edit-points.js";
import { LANE_MODES, laneKey, laneTargetSchema, MOST_LANE_POINTS, type LanePoint, type LaneTarget } from "../automation/lane-schema.js";
import { thinPoints } from "../automation/thin-points.js";

interface Repaired {
  readonly lanes: Readonly<Record<string, unknown>>;
  /** One sentence for each lane that was changed or left out. */
  readonly repairs: readonly string[];
}

type Given = Readonly<Record<string, unknown>>;

/**
 * Automation of a session that is not checked yet. A fault in a lane is no reason to refuse a session: points that are
 * none are left out, the rest is put in order, clamped and thinned, and lanes of what is not there are dropped.
 */
export function repairLanes(session: Given): Repaired {
  const given = isRecord(session["lanes"]) ? Object.entries(session["lanes"]) : [];
  const strips = isRecord(session["strips"]) ? session["strips"] : {};
  const inserts = insertIds(strips);
  const lanes: Record<string, unknown> = {};
  const repairs: string[] = [];
  for (const [key, lane] of given) {
    const target = laneTargetSchema.safeParse(isRecord(lane) ? lane["target"] : undefined);
    if (!isRecord(lane) || !target.success) {
      repairs.push(`The lane "${key}" says of nothing that can be automated; it was left out.`);
      continue;
    }
    const owner = target.data.kind === "strip" ? target.data.strip : target.data.insert;
    if (!(target.data.kind === "strip" ? Object.hasOwn(strips, owner) : inserts.has(owner))) {
      repairs.push(`The lane "${key}" moves the ${target.data.kind === "strip" ? "strip" : "insert"} "${owner}", which is not in the session; it was left out.`);
      continue;
    }
    const { points, faults } = repairPoints(lane["points"], target.data);
    const known = LANE_MODES.find((mode) => mode === lane["mode"]);
    const sound = laneKey(target.data);
    if (Object.hasOwn(lanes, sound)) {
      repairs.push(`The lane "${key}" is there twice; the first is used.`);
      continue;
    }
    lanes[sound] = { target: target.data, mode: known ?? "play", points };
    const all = [...faults, ...(known ? [] : [`its mode is none of ${LANE_MODES.join(", ")}, so it plays`]), ...(key === sound ? [] : ["its key was not its target's"])];
    if (all.length > 0) repairs.push(`The lane "${key}" was repaired: ${all.join("; ")}.`);
  }
  return { lanes, repairs };
}

function repairPoints(given: unknown, target: LaneTarget): { points: readonly LanePoint[]; faults: readonly string[] } {
  const faults: string[] = [];
  const all: readonly unknown[] = Array.isArray(given) ? given : [];
  if (!Array.isArray(given)) faults.push("it had no list of points");
  const [least, greatest] = controlRange(target);
  let clamped = 0;
  const points = all.flatMap((point): LanePoint[] => {
    if (!isRecord(point)) return [];
    const { seconds, value, curve = 0, hold } = point;
    if (!isFinite(seconds) || seconds < 0 || !isFinite(value)) return [];
    const number = Math.min(greatest, Math.max(least, value));
    const bent = isFinite(curve) ? Math.min(1, Math.max(-1, curve)) : 0;
    if (number !== value || bent !== curve) clamped += 1;
    return [{ seconds, value: number, curve: bent, ...(hold === true && { hold: true }) }];
  });
  if (points.length < all.length) faults.push(`${all.length - points.length} of its ${all.length} points had no time or value`);
  if (clamped > 0) faults.push(`${clamped} of its points were out of range and were moved to its end`);
  const ordered = inOrder(points);
  if (points.some(({ seconds }, i) => seconds < (points[i - 1]?.seconds ?? 0))) faults.push("its points were not in order of time");
  const fitting = fit(ordered);
  if (fitting.length < ordered.length) faults.push(`it had ${ordered.length} points and was thinned to ${fitting.length}`);
  return { points: fitting, faults };
}

/** As many points as a lane may have, chosen with the least tolerance, doubled from a thousandth of their span, that suffices. */
function fit(points: readonly LanePoint[]): readonly LanePoint[] {
  const [least, greatest] = points.reduce(([low, high], { value }) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  let fitting = points;
  let tolerance = (greatest - least) / 1000;
  for (; fitting.length > MOST_LANE_POINTS && tolerance <= greatest - least; tolerance *= 2) fitting = thinPoints(points, tolerance);
  // Steps in no time are not thinned: of a lane of nothing else every so many points stay.
  const stride = Math.ceil(fitting.length / MOST_LANE_POINTS);
  return stride > 1 ? fitting.filter((_, i) => i % stride === 0) : fitting;
}

function insertIds(strips: Given): Set<unknown> {
  return new Set(Object.values(strips).flatMap((strip) => {
    const inserts: unknown = isRecord(strip) ? strip["inserts"] : undefined;
    return Array.isArray(inserts) ? inserts.flatMap((insert: unknown) => (isRecord(insert) ? [insert["id"]] : [])) : [];
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFinite(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
