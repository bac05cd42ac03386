import type { EngineStatus } from "@headroom/engine";
import { useEffect, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { below, type MenuPlace } from "../menu/menu-request.js";
import { useObservable } from "../state/observable.js";
import { SelectionNote } from "../strips/SelectionNote.js";
import { openHopMenu } from "./hop-menu.js";
import { LastNotice } from "./LastNotice.js";
import { statusItems } from "./status-items.js";
import "./status.css";

const UPDATE_MS = 500;

/** What the engine is doing, in numbers, and the last notice. */
export function StatusLine() {
  const runtime = useRuntime();
  const { engine: engineNow, context } = runtime;
  const engine = useObservable(engineNow);
  const [status, setStatus] = useState<EngineStatus>();
  useEffect(() => {
    if (!engine) return;
    const read = () => setStatus({ ...engine.status() });
    read();
    const timer = setInterval(read, UPDATE_MS);
    return () => clearInterval(timer);
  }, [engine]);
  const open = (menu: "hop" | "hosting", place: MenuPlace) => {
    if (!engine) return;
    if (menu === "hop") openHopMenu(engine, place);
    else void import("../hosting/hosting-menu.js").then(({ openSessionHosting }) => openSessionHosting(runtime, place));
  };
  return (
    <footer className="status" aria-label="Status">
      <dl className="status-items">
        {status ? (
          statusItems(status).map(({ name, value, detail, severity, opens }) => (
            <div key={name} title={detail} data-severity={severity}>
              <dt>{name}</dt>
              <dd>
                {opens ? (
                  <button type="button" className="status-button" aria-label={`${name}: ${value}`} aria-haspopup="menu" onClick={({ currentTarget }) => open(opens, below(currentTarget))}>
                    {value}
                  </button>
                ) : (
                  value
                )}
              </dd>
            </div>
          ))
        ) : (
          <div>
            <dt>Audio engine</dt>
            <dd>not running ({context.sampleRate / 1000} kHz)</dd>
          </div>
        )}
      </dl>
      <SelectionNote />
      <LastNotice />
      <a className="status-link" href="listen/" target="_blank" rel="noreferrer" title="The demo song through one plugin at a time, in a tab of its own">
        Listen to the plugins
      </a>
    </footer>
  );
}
