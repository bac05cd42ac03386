import { LANE_CONTROLS, LANE_MODES, laneKey, type LaneMode, type LaneTarget, type Session, type Strip } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { type MenuAction, type MenuPlace, type MenuSection, openMenu } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { timelinePanel } from "../timeline/panel-height.js";
import { isShown, toggleLane } from "./shown-lanes.js";
import { setStripMode, stripMode } from "./strip-mode.js";
import { targetForm } from "./target-form.js";

/** Opens the list of what of a strip and its inserts can be automated; what is chosen has its lane shown, or hidden. */
export function openLaneMenu({ document, plugins }: Runtime, stripId: string, place: MenuPlace): void {
  const session = document.snapshot();
  const strip = session.strips[stripId];
  if (!strip) return;
  const action = (target: LaneTarget): MenuAction[] => {
    const form = targetForm(session, (id) => plugins.descriptor(id), target);
    if (!form || form.spec.automatable === false) return [];
    const points = session.lanes[laneKey(target)]?.points.length ?? 0;
    return [{ label: form.label, checked: isShown(target), ...(points > 0 && { detail: points === 1 ? "1 point" : `${points} points` }), run: () => show(target) }];
  };
  const sections: MenuSection[] = [
    { title: "Mode of the whole strip", actions: modeActions(stripMode(session, stripId), (mode) => setStripMode(document, stripId, mode)) },
    { title: strip.name, actions: stripTargets(strip).flatMap(action) },
    ...strip.inserts.flatMap((insert): MenuSection[] => {
      if (!insert) return [];
      const plugin = plugins.descriptor(insert.plugin);
      const own = Object.keys(plugin?.params ?? {}).map((parameter): LaneTarget => ({ kind: "parameter", insert: insert.id, parameter }));
      return [{ title: plugin?.name ?? insert.plugin, actions: [{ kind: "insert", insert: insert.id, control: "mix" } as const, { kind: "insert", insert: insert.id, control: "bypass" } as const, ...own].flatMap(action) }];
    }),
  ];
  openMenu.set({ label: `Automation of ${strip.name}`, place, search: "Search parameters", sections });
}

function show(target: LaneTarget): void {
  timelinePanel.set({ ...timelinePanel.value, open: true });
  toggleLane(target);
}

function stripTargets(strip: Strip): LaneTarget[] {
  const pans = strip.panMode === "dual" ? ["pan"] : ["panLeft", "panRight"];
  return LANE_CONTROLS.filter((control) => !pans.includes(control)).map((control) => ({ kind: "strip", strip: strip.id, control }));
}

const MODE_WORDS: Readonly<Record<LaneMode, string>> = {
  manual: "the lane rests",
  play: "the lane moves the control",
  touch: "records while the control is held",
  latch: "records from the touch until playback stops",
  write: "records all while the song plays",
};

/** The modes as choices of a menu. */
export function modeActions(current: LaneMode | undefined, choose: (mode: LaneMode) => void): MenuAction[] {
  return LANE_MODES.map((mode) => ({ label: mode, detail: MODE_WORDS[mode], checked: mode === current, run: () => void attempt(() => choose(mode)) }));
}

/** Whether what a hand does to a strip while the song plays is recorded. */
export function isArmed(session: Session, strip: Strip): boolean {
  return ["touch", "latch", "write"].includes(stripMode(session, strip.id));
}

/** Whether anything of a strip or its inserts has a lane with points. */
export function isAutomated({ lanes }: Session, strip: Strip): boolean {
  const inserts = new Set(strip.inserts.flatMap((insert) => insert?.id ?? []));
  return Object.values(lanes).some(({ target, points }) => points.length > 0 && (target.kind === "strip" ? target.strip === strip.id : inserts.has(target.insert)));
}
