import { controlRange } from "../automation/control-range.js";
import { addPoint, changePoint, inOrder, replaceRange } from "../automation/edit-points.js";
import { laneKey, laneSchema, type Lane, type LaneMode, type LanePoint, type LaneTarget } from "../automation/lane-schema.js";
import type { LaneScale } from "../automation/lane-value.js";
import { recordGesture, type Gesture, type RecordOptions } from "../automation/record-gesture.js";
import { section, storedLane } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { SessionError } from "../session-error.js";
import { nameOf, setFields, stripOf, type EditOptions, type Editor } from "./editor.js";
import { targetLabel } from "./lane-label.js";
import { placedInsert } from "./placed-insert.js";

/**
 * Edits of automation. A target has a lane once something is written to it; a lane is named by its target. Values are
 * clamped to their control's range; a plugin's parameters are clamped where they are heard.
 */
export class LaneEdits {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Sets what the lane does while the song plays. */
  setMode(target: LaneTarget, mode: LaneMode): void {
    this.#write(target, { mode }, `Automation of ${this.#label(target)}: ${mode}`);
  }

  /** Adds a point; without a value on the lane's course, which stays as it is. */
  addPoint(target: LaneTarget, seconds: number, value?: number, scale?: LaneScale): void {
    this.#change(target, (points) => addPoint(points, seconds, value, scale), `Add point to ${this.#label(target)}`);
  }

  /** Moves a point, or bends the way after it. Its time stays between those of its neighbours. */
  setPoint(target: LaneTarget, index: number, fields: Partial<LanePoint>, options?: EditOptions): void {
    const verb = fields.curve !== undefined || fields.hold !== undefined ? "Bend" : "Move point of";
    this.#change(target, (points) => changePoint(points, index, fields), `${verb} ${this.#label(target)}`, options);
  }

  removePoints(target: LaneTarget, indices: readonly number[]): void {
    const gone = new Set(indices);
    this.#change(target, (points) => points.filter((_, i) => !gone.has(i)), `Remove ${gone.size === 1 ? "point" : "points"} from ${this.#label(target)}`);
  }

  /** Puts other points between two times and leaves the lane elsewhere as it is. */
  drawRange(target: LaneTarget, from: number, to: number, drawn: readonly LanePoint[], scale?: LaneScale): void {
    if (!(to > from)) throw new SessionError(`The range from ${from} s to ${to} s has no length; let it end later than it starts.`);
    this.#change(target, (points) => replaceRange(points, from, to, drawn, scale), `Draw ${this.#label(target)}`);
  }

  /** Takes out the points between two times; the lane goes straight from one to the other. */
  clearRange(target: LaneTarget, from: number, to: number, scale?: LaneScale): void {
    if (!(to > from)) throw new SessionError(`The range from ${from} s to ${to} s has no length; let it end later than it starts.`);
    this.#change(target, (points) => (points.length > 0 ? replaceRange(points, from, to, [], scale) : points), `Clear part of ${this.#label(target)}`);
  }

  /** Removes the lane: the control stays where it is set. */
  remove(target: LaneTarget): void {
    if (!this.#lane(target)) return;
    this.#editor.edit(`Remove automation of ${this.#label(target)}`, () => section(this.#editor.root, "lanes").delete(laneKey(target)));
  }

  /** Writes what a hand did while the song played into the lane, in the lane's mode; see `recordGesture`. */
  record(target: LaneTarget, gesture: Gesture, options: RecordOptions): void {
    const mode = this.#lane(target)?.mode ?? "manual";
    this.#change(target, (points) => recordGesture(points, gesture, mode, options), `Record ${this.#label(target)}`);
  }

  #change(target: LaneTarget, change: (points: readonly LanePoint[]) => readonly LanePoint[], name: string, options?: EditOptions): void {
    const before = this.#lane(target)?.points ?? [];
    const [least, greatest] = controlRange(target);
    const after = inOrder(change(before)).map((point) => {
      const value = Math.min(greatest, Math.max(least, point.value));
      return value === point.value ? point : { ...point, value };
    });
    this.#write(target, { points: after }, name, options);
  }

  #write(target: LaneTarget, fields: Partial<Lane>, name: string, options?: EditOptions): void {
    const { root } = this.#editor;
    const key = laneKey(target);
    const lane = check(laneSchema, { mode: "play", points: [], ...this.#lane(target), ...fields, target }, `The automation of ${this.#label(target)}`);
    const stored = section(root, "lanes").get(key);
    this.#editor.edit(name, () => {
      if (stored) setFields(stored, lane);
      else section(root, "lanes").set(key, storedLane(lane));
    }, options);
  }

  #lane(target: LaneTarget): Lane | undefined {
    const { lanes } = this.#editor.snapshot();
    const key = laneKey(target);
    return Object.hasOwn(lanes, key) ? lanes[key] : undefined;
  }

  /** What the target is called; throws where it is not in the session. */
  #label(target: LaneTarget): string {
    if (target.kind === "strip") return targetLabel(target, nameOf(stripOf(this.#editor.snapshot(), target.strip)));
    const { insert, label } = placedInsert(this.#editor, target.insert);
    const parameter = target.kind === "parameter" ? this.#editor.labels.parameter(insert.plugin, target.parameter) : undefined;
    return targetLabel(target, label, parameter);
  }
}
