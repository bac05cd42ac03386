import { X } from "lucide-react";
import { useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { ISOLATION_HEADERS, isolationWarning } from "./browser-support.js";
import { useContextState } from "./use-context-state.js";
import "./startup.css";

/** What keeps the mixer from sounding as it should, in words and with the remedy, under the top bar. */
export function Banners() {
  const { startup } = useRuntime();
  const state = useObservable(startup);
  const warning = isolationWarning();
  const [isHidden, setHidden] = useState(false);
  return (
    <>
      {state.phase === "silent" && (
        <div className="banner" role="alert" data-severity="error">
          <span>{state.reason}</span>
          <button type="button" className="hr-button" onClick={() => location.reload()}>
            Try again
          </button>
        </div>
      )}
      {warning !== undefined && !isHidden && (
        <div className="banner" role="alert" data-severity="warning">
          <span>
            {warning} Whoever runs the server can change that with two headers:{" "}
            {ISOLATION_HEADERS.map((header) => (
              <code key={header}>{header}</code>
            ))}
          </span>
          <button type="button" className="icon-button" aria-label="Close this message" onClick={() => setHidden(true)}>
            <X size={14} aria-hidden="true" />
          </button>
        </div>
      )}
      <AudioBanner />
    </>
  );
}

/** What the browser or the device does to the sound. */
function AudioBanner() {
  const { transport, context } = useRuntime();
  const audio = useContextState();
  const isPlaying = useObservable(transport.playing);
  if (audio.noDevice) {
    return (
      <div className="banner" role="alert" data-severity="error">
        No audio output was found: plug in or switch on a loudspeaker or headphones, then press play. Bounces work without one.
      </div>
    );
  }
  if (isPlaying && audio.state !== "running") {
    return (
      <div className="banner" role="alert" data-severity="warning" data-delayed>
        <span>The browser holds the audio back, so nothing is heard and the song stands still.</span>
        <button type="button" className="hr-button primary" onClick={() => void context.resume()}>
          Start audio
        </button>
      </div>
    );
  }
  return null;
}
