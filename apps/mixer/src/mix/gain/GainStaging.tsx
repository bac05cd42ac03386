import { useObservable } from "../../state/observable.js";
import { AnalysisBar } from "../analysis/AnalysisBar.js";
import { WithAnalysis } from "../analysis/WithAnalysis.js";
import { LiveLedger } from "../ledger/LiveLedger.js";
import { type GainView, mixPanel, showInMixPanel } from "../panel/mix-panel-state.js";
import { ViewChoice } from "../parts/ViewChoice.js";
import { SongLedger } from "./SongLedger.js";
import { StageGains } from "./StageGains.js";
import "../parts/parts.css";
import "./gain.css";

const VIEWS: readonly (readonly [GainView, string])[] = [["live", "Live ledger"], ["song", "Whole song"], ["stage", "Stage gains"]];

/** The first step: levels from the sources to the master, live and over the whole song, and trims that set them right. */
export function GainStaging() {
  const { gainView: view } = useObservable(mixPanel);
  return (
    <>
      <div className="mix-views">
        <ViewChoice name="Gain staging" options={VIEWS} value={view} onChange={(gainView) => showInMixPanel({ gainView })} />
      </div>
      {view === "live" && <LiveLedger />}
      {view === "song" && (
        <>
          <AnalysisBar />
          <div className="mix-scroll">
            <WithAnalysis what="Every boundary of the whole song: true peak, RMS, loudness and headroom, what is wrong in the order of the signal, and which strips made each over of the master.">
              {(measured) => <SongLedger measured={measured} />}
            </WithAnalysis>
          </div>
        </>
      )}
      {view === "stage" && (
        <div className="mix-scroll">
          <StageGains />
        </div>
      )}
    </>
  );
}
