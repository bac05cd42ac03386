import { useEffect } from "react";
import { useRuntime } from "../app/runtime.js";
import { placedInserts } from "../session/find-insert.js";
import { useObservable } from "../state/observable.js";
import { openWindows } from "./open-windows.js";
import { PluginWindowFrame } from "./PluginWindowFrame.js";
import "./windows.css";

/** The open plugin windows over the mixer, the last on top. Windows of removed inserts close. */
export function WindowLayer() {
  const { document } = useRuntime();
  const windows = useObservable(openWindows);
  useEffect(
    () =>
      document.subscribe(() => {
        const inserts = placedInserts(document.snapshot());
        if (openWindows.value.some(({ insertId }) => !inserts.has(insertId))) {
          openWindows.set(openWindows.value.filter(({ insertId }) => inserts.has(insertId)));
        }
      }),
    [document],
  );
  const inOneOrder = [...windows].sort((a, b) => (a.insertId < b.insertId ? -1 : 1));
  return (
    <div className="windows">
      {inOneOrder.map((window) => (
        // Drawn in an order that stays: a view that moved in the page would lose its focus and its canvas.
        <div key={window.insertId} className="window-place" style={{ zIndex: windows.indexOf(window) + 1 }}>
          <PluginWindowFrame window={window} />
        </div>
      ))}
    </div>
  );
}
