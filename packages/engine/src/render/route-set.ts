import type { RenderPlan, Step } from "../graph/plan.js";
import { Route, type StereoBuffer } from "./route.js";
import type { StripState } from "./strip-state.js";

export type RouteStep = Extract<Step, { op: "route" }>;

/** What routes lead between. */
export interface RouteSurroundings {
  strip(id: string): StripState;
  readonly cue: StereoBuffer;
  /** A send's row of controls. */
  send(row: number): Float32Array;
}

/**
 * The routes of a renderer. Those that stay from plan to plan keep their history and their gains; new ones fade in; those
 * that are gone fade out. Between quanta only.
 */
export class RouteSet {
  #routes = new Map<string, Route>();

  /** A plan is on its way: what it will need of the past is kept from now on. */
  expect(plan: RenderPlan): void {
    const frames = new Map<string, number>();
    for (const step of plan.steps) {
      if (step.op === "route") frames.set(placeOf(step), Math.max(frames.get(placeOf(step)) ?? 0, step.delayFrames));
    }
    for (const route of this.#routes.values()) route.expect(frames.get(placeOf(route.ends)) ?? 0);
  }

  /** The routes of a plan by their steps. @param first - nothing sounds yet. */
  adopt(plan: RenderPlan, around: RouteSurroundings, first: boolean): { readonly routes: ReadonlyMap<RouteStep, Route>; readonly gone: readonly Route[] } {
    const siblings = new Map([...this.#routes.values()].map((route) => [placeOf(route.ends), route]));
    const kept = new Map<string, Route>();
    const routes = new Map<RouteStep, Route>();
    for (const step of plan.steps) {
      if (step.op !== "route") continue;
      const key = keyOf(step);
      const ends = {
        from: step.from,
        to: step.to,
        beforeFader: step.beforeFader,
        source: around.strip(step.from),
        target: step.to === null ? around.cue : around.strip(step.to),
        controls: step.row === undefined ? undefined : around.send(step.row),
      };
      const old = this.#routes.get(key);
      const same = old && old.ends.source === ends.source && old.ends.target === ends.target;
      const route = same ? old : new Route(ends, step.delayFrames, !first, siblings.get(placeOf(ends)));
      route.setDelay(step.delayFrames, !first);
      route.revive();
      kept.set(key, route);
      routes.set(step, route);
    }
    const staying = new Set(kept.values());
    const gone = [...this.#routes.values()].filter((route) => !route.silent && !staying.has(route));
    for (const route of gone) route.retire();
    for (const route of kept.values()) route.settle();
    this.#routes = kept;
    return { routes, gone };
  }
}

/** Where a route leaves its strip. */
function placeOf({ from, beforeFader }: { readonly from: string; readonly beforeFader: boolean }): string {
  return `${beforeFader ? "before" : "after"} ${from}`;
}

function keyOf({ send, row, ...step }: RouteStep): string {
  return JSON.stringify([send ?? null, row ?? -1, step.from, step.to, step.beforeFader]);
}
