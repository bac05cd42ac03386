import { useCallback, useSyncExternalStore } from "react";
import { EQ_CHANNELS } from "../../params.js";
import type { EqModel } from "../bands/eqModel.js";
import { CHANNEL_LINES } from "./drawCurves.js";

/** Which line is which part of the signal; nothing while all bands are stereo. */
export function ChannelLegend({ model }: { readonly model: EqModel }) {
  // A text, for it must be the same as long as nothing has changed.
  const read = useCallback(() => {
    const own = new Set(model.inUse.map(({ number }) => model.valuesOf(number)).filter(({ enabled }) => enabled).map(({ channel }) => channel));
    return EQ_CHANNELS.filter((channel) => own.has(channel)).join(" ");
  }, [model]);
  const subscribe = useCallback(
    (listener: () => void) => model.subscribe((_, name) => (name === "channel" || name === "enabled") && listener()),
    [model],
  );
  const shown = useSyncExternalStore(subscribe, read).split(" ");
  const channels = EQ_CHANNELS.filter((channel) => channel !== "stereo" && shown.includes(channel));
  if (channels.length === 0) return null;
  return (
    <ul className="eq-legend" aria-label="Lines">
      <Line name="Stereo" color="curve" dash={[]} />
      {channels.map((channel) => (
        <Line key={channel} name={channel} {...CHANNEL_LINES[channel as keyof typeof CHANNEL_LINES]} />
      ))}
    </ul>
  );
}

function Line({ name, color, dash }: { readonly name: string; readonly color: string; readonly dash: readonly number[] }) {
  return (
    <li>
      <svg width="24" height="4" aria-hidden="true">
        <line x2="24" y1="2" y2="2" stroke={`var(--hr-${color})`} strokeWidth="2" strokeDasharray={dash.join(" ")} />
      </svg>
      {name.charAt(0).toUpperCase() + name.slice(1)}
    </li>
  );
}
