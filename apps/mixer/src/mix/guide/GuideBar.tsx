import { Play, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { IconButton } from "../../app/IconButton.js";
import { useRuntime } from "../../app/runtime.js";
import { DEMO_FAULTS } from "../../demo/faults.js";
import { DEMO_SONG } from "../../demo/song.js";
import { useSession } from "../../session/use-session.js";
import { useObservable } from "../../state/observable.js";
import { showInMixPanel } from "../panel/mix-panel-state.js";
import { goToGuideStep, guide, leaveGuide } from "./guide-state.js";
import { GUIDE_STEPS } from "./guide-steps.js";
import "./guide.css";

/** One step of the guide below whatever is shown: it blocks nothing and can be left at any time. */
export function GuideBar() {
  const { transport } = useRuntime();
  const index = useObservable(guide) ?? 0;
  const isDemo = useSession((session) => session.name === DEMO_SONG.title);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => bar.current?.focus(), []);
  const step = GUIDE_STEPS[index];
  if (!step) return null;
  const fault = isDemo ? DEMO_FAULTS.find(({ id }) => id === step.fault) : undefined;
  const listen = () => {
    transport.seek(DEMO_SONG.markers.at(-1)?.startSeconds ?? 0);
    if (!transport.playing.value) void transport.play();
  };
  const isLast = index === GUIDE_STEPS.length - 1;
  return (
    <section ref={bar} className="guide-bar" aria-label="Guide" tabIndex={-1}>
      <header>
        <h3>
          <small>
            {index + 1} of {GUIDE_STEPS.length}
          </small>
          {step.title}
        </h3>
        <IconButton label="Leave the guide" icon={X} onClick={leaveGuide} />
      </header>
      <div aria-live="polite">
        <p>{step.text}</p>
        {fault && (
          <p className="guide-fault">
            <b>{fault.title}.</b> {fault.what} {fault.hear}
          </p>
        )}
      </div>
      <footer>
        <button type="button" className="hr-button" onClick={() => showInMixPanel(step.place)}>
          Show {step.placeName}
        </button>
        {fault && (
          <button type="button" className="hr-button" onClick={listen}>
            <Play size={11} aria-hidden="true" /> Play the last section
          </button>
        )}
        <span />
        <button type="button" className="hr-button" disabled={index === 0} onClick={() => goToGuideStep(index - 1)}>
          Back
        </button>
        <button type="button" className="hr-button primary" onClick={() => (isLast ? leaveGuide() : goToGuideStep(index + 1))}>
          {isLast ? "Done" : "Next"}
        </button>
      </footer>
    </section>
  );
}
