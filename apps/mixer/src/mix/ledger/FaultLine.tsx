import type { Insert, Session } from "@headroom/session";
import { RotateCcw } from "lucide-react";
import { useRef } from "react";
import { useRuntime } from "../../app/runtime.js";
import { firstFault } from "./first-fault.js";
import { faultText } from "./ledger-text.js";
import { LevelProbe } from "./level-probe.js";
import type { OverLog } from "./over-log.js";
import { setText, useLive } from "./use-live.js";

const BENDING: ReadonlySet<string> = new Set(["dynamics", "distortion"]);

interface FaultLineProps {
  readonly session: Session;
  readonly log: OverLog;
  readonly onReset: () => void;
}

/** The first boundary at which levels go wrong, named; it also keeps the log of the master's overs. */
export function FaultLine({ session, log, onReset }: FaultLineProps) {
  const { engine, plugins, transport } = useRuntime();
  const line = useRef<HTMLDivElement>(null);
  const bends = ({ plugin }: Insert) => plugins.descriptor(plugin)?.features.some((feature) => BENDING.has(feature)) === true;
  useLive(line, (element) => {
    const running = engine.value;
    if (!running) return;
    const fault = firstFault(session, (boundary) => new LevelProbe(boundary).read(running).maxDb, bends);
    element.dataset["verdict"] = fault === undefined ? "clean" : fault.harm ? "harm" : "over";
    setText(element.querySelector("p"), faultText(fault, session, (id) => plugins.name(id)));
    log.watch(running, session, transport.seconds());
  });
  return (
    <div ref={line} className="fault-line">
      <span className="fault-light" aria-hidden="true" />
      <p aria-label="First fault" role="note" />
      <button type="button" className="hr-button" onClick={onReset} title="Start highest peaks and counts anew">
        <RotateCcw size={12} aria-hidden="true" /> Reset
      </button>
    </div>
  );
}
