import { formatParameter, parameterName, type ParameterSpec, type PluginDescriptor, toggle, toNumber } from "@headroom/sdk";
import { type LaneControl, type LaneScale, type LaneTarget, type Session, type Strip } from "@headroom/session";
import { INSERT_MIX, panText, STRIP_CONTROLS } from "../engine/strip-controls.js";
import { findInsert } from "../session/find-insert.js";
import { laneScaleOf } from "./lane-scale.js";

/** What a lane moves, as people read it. */
export interface TargetForm {
  readonly label: string;
  /** The strip, or the plugin on its strip, that it belongs to. */
  readonly owner: string;
  /** Of the strip that its lane is shown below. */
  readonly stripId: string;
  readonly spec: ParameterSpec;
  /** The control's number for each unit of the lane: people read percent. */
  readonly scale: number;
  /** How the engine goes between two points. */
  readonly laneScale: LaneScale | undefined;
  /** Where the control stands without a lane, in the lane's unit. */
  readonly base: number;
  /** @param value - in the lane's unit. */
  readonly text: (value: number) => string;
}

type Descriptors = (pluginId: string) => PluginDescriptor | undefined;

const SWITCH_LABELS = { mute: "Mute", invertLeft: "Left polarity", invertRight: "Right polarity", swap: "Left–right swap" } as const;

/** The form of a target, or `undefined` where it is gone or its plugin does not state it. */
export function targetForm(session: Session, descriptor: Descriptors, target: LaneTarget): TargetForm | undefined {
  if (target.kind === "strip") {
    const strip = session.strips[target.strip];
    return strip && stripForm(strip, target.control);
  }
  const placed = findInsert(session, target.insert);
  if (!placed) return undefined;
  const { insert, strip } = placed;
  const plugin = descriptor(insert.plugin);
  const of = { owner: `${plugin?.name ?? insert.plugin} on ${strip.name}`, stripId: strip.id };
  if (target.kind === "insert") {
    return target.control === "mix"
      ? form({ ...of, label: "Mix", spec: INSERT_MIX, scale: 100, base: insert.mix })
      : form({ ...of, label: "Bypass", spec: toggle(false), scale: 1, base: insert.bypass ? 1 : 0 });
  }
  const params = plugin?.params ?? {};
  const spec = Object.hasOwn(params, target.parameter) ? params[target.parameter] : undefined;
  if (!spec) return undefined;
  const base = toNumber(spec, insert.params[target.parameter]);
  return form({ ...of, label: parameterName(target.parameter, spec), spec, scale: 1, base, laneScale: laneScaleOf(spec) });
}

function stripForm(strip: Strip, control: LaneControl): TargetForm {
  const of = { owner: strip.name, stripId: strip.id };
  if (control in SWITCH_LABELS) {
    const name = control as keyof typeof SWITCH_LABELS;
    const on = { mute: strip.mute, invertLeft: strip.invert[0], invertRight: strip.invert[1], swap: strip.swap }[name];
    return form({ ...of, label: SWITCH_LABELS[name], spec: toggle(false), scale: 1, base: on ? 1 : 0 });
  }
  const name = control as Exclude<LaneControl, keyof typeof SWITCH_LABELS>;
  const { spec, scale, read } = STRIP_CONTROLS[name];
  const label = name === "panLeft" ? "Left pan" : name === "panRight" ? "Right pan" : (spec.label ?? name);
  const made = form({ ...of, label, spec, scale, base: read(strip) });
  return name.startsWith("pan") ? { ...made, text: (value) => panText(scale * value) } : made;
}

function form(fields: Omit<TargetForm, "text" | "laneScale"> & { readonly laneScale?: LaneScale | undefined }): TargetForm {
  return { ...fields, laneScale: fields.laneScale, text: (value) => formatParameter(fields.spec, toNumber(fields.spec, fields.scale * value)) };
}
