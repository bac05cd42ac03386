import type { Marker } from "@headroom/session";
import { useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { atPointer } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { dragByPointer, stepByKeys } from "./hand.js";
import { moveMarker, namedMarker, openMarkerMenu } from "./marker-edits.js";
import { useTimeText } from "./use-time-text.js";

/** The song's markers over the lanes. */
export function Markers() {
  const markers = useSession((session) => session.markers);
  const inOrder = Object.values(markers).sort((a, b) => a.seconds - b.seconds);
  return inOrder.map((marker) => <MarkerFlag key={marker.id} marker={marker} />);
}

function MarkerFlag({ marker }: { readonly marker: Marker }) {
  const runtime = useRuntime();
  const { document, transport } = runtime;
  const ref = useRef<HTMLDivElement>(null);
  const timeText = useTimeText();
  const isNamed = useObservable(namedMarker) === marker.id;
  const begin = () => moveMarker(runtime, marker, (seconds) => ref.current?.style.setProperty("--start", String(seconds)));
  return (
    <div ref={ref} className="marker" style={{ "--start": marker.seconds }}>
      {isNamed ? (
        <MarkerName marker={marker} />
      ) : (
        <button
          type="button"
          className="marker-flag"
          aria-roledescription="marker"
          aria-label={`Marker ${marker.name}, ${timeText(marker.seconds)}`}
          title={`${marker.name}: click to go there, drag to move, double-click to rename`}
          onPointerDown={(event) => {
            event.currentTarget.focus({ preventScroll: true });
            dragByPointer(event, begin, () => transport.seek(marker.seconds));
          }}
          onDoubleClick={() => namedMarker.set(marker.id)}
          onContextMenu={(event) => {
            event.preventDefault();
            openMarkerMenu(runtime, marker, atPointer(event));
          }}
          onKeyDown={(event) => {
            if (stepByKeys(event, begin)) return;
            if (event.key === "Enter") transport.seek(marker.seconds);
            else if (event.key === "F2") namedMarker.set(marker.id);
            else if (event.key === "Delete" || event.key === "Backspace") attempt(() => document.markers.remove(marker.id));
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          {marker.name}
        </button>
      )}
    </div>
  );
}

function MarkerName({ marker }: { readonly marker: Marker }) {
  const { document } = useRuntime();
  return (
    <input
      className="marker-flag marker-name"
      aria-label="Name of the marker"
      defaultValue={marker.name}
      maxLength={200}
      autoFocus
      spellCheck={false}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => {
        const name = event.target.value.trim();
        namedMarker.set(undefined);
        if (name !== "" && name !== marker.name) attempt(() => document.markers.rename(marker.id, name));
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") event.currentTarget.value = marker.name;
        if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
      }}
    />
  );
}
