import { Flag, Magnet, Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { useRuntime } from "../app/runtime.js";
import { below, openMenu } from "../menu/menu-request.js";
import { useObservable } from "../state/observable.js";
import { addMarker } from "./marker-edits.js";
import { LANE_HEIGHTS, setTimeline, SNAPS, type TimelineSettings, timelineSettings } from "./timeline-settings.js";
import { timeView } from "./time-view.js";
import { zoomTimeline } from "./timeline-keys.js";

/** The corner over the names: grid, unit of the ruler, markers and zoom. */
export function TimelineTools() {
  const runtime = useRuntime();
  const { snap, ruler } = useObservable(timelineSettings);
  const isZoomed = useObservable(timeView.zoomed);
  return (
    <div className="ruler-corner" role="group" aria-label="Timeline tools">
      <button type="button" className="timeline-tool snap-tool" aria-label={`Snap and view: ${snap}`} title="What edits snap to, ruler and lane height" data-on={snap !== "off" || undefined} onClick={(event) => openSettings(event.currentTarget)}>
        <Magnet size={12} aria-hidden="true" />
        <span>{SNAP_NAMES[snap]}</span>
      </button>
      <button type="button" className="timeline-tool unit-tool" aria-label={`Ruler in ${ruler}`} title="Ruler in bars or seconds" onClick={() => setTimeline({ ruler: ruler === "bars" ? "seconds" : "bars" })}>
        {ruler === "bars" ? "Bars" : "Time"}
      </button>
      <Tool label="Add a marker at the playhead (Shift+M)" icon={Flag} onClick={() => addMarker(runtime)} />
      <Tool label="Zoom out (−)" icon={ZoomOut} disabled={!isZoomed} onClick={() => zoomTimeline(runtime, -1)} />
      <Tool label="Zoom in (+)" icon={ZoomIn} onClick={() => zoomTimeline(runtime, 1)} />
      <Tool label="Show the whole song (Shift+F)" icon={Maximize2} disabled={!isZoomed} onClick={() => timeView.fit()} />
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: typeof Flag;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ label, icon: Icon, disabled = false, onClick }: ToolProps) {
  return (
    <button type="button" className="timeline-tool" aria-label={label.replace(/ \(.*\)$/, "")} title={label} disabled={disabled} onClick={onClick}>
      <Icon size={12} aria-hidden="true" />
    </button>
  );
}

const SNAP_NAMES: Readonly<Record<TimelineSettings["snap"], string>> = {
  off: "Off", bar: "Bar", beat: "Beat", "half beat": "½", "quarter beat": "¼", second: "1 s", tenth: "0.1 s",
};

function openSettings(button: HTMLElement): void {
  const { snap, ruler, laneHeight } = timelineSettings.value;
  const option = <Name extends keyof TimelineSettings>(name: Name, values: readonly TimelineSettings[Name][], current: TimelineSettings[Name], label: (value: TimelineSettings[Name]) => string) =>
    values.map((value) => ({ label: label(value), checked: value === current, run: () => setTimeline({ [name]: value }) }));
  openMenu.set({
    label: "Snap and view",
    place: below(button),
    sections: [
      { title: "Snap to", actions: option("snap", SNAPS, snap, (value) => (value === "off" ? "nothing" : value)) },
      { title: "Ruler", actions: option("ruler", ["bars", "seconds"], ruler, (value) => value) },
      { title: "Lanes", actions: option("laneHeight", Object.keys(LANE_HEIGHTS) as (keyof typeof LANE_HEIGHTS)[], laneHeight, (value) => value) },
    ],
  });
}
