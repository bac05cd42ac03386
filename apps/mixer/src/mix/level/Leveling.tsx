import { useObservable } from "../../state/observable.js";
import { AnalysisBar } from "../analysis/AnalysisBar.js";
import { WithAnalysis } from "../analysis/WithAnalysis.js";
import { type LevelView, mixPanel, showInMixPanel } from "../panel/mix-panel-state.js";
import { ViewChoice } from "../parts/ViewChoice.js";
import { LevelList } from "./LevelList.js";
import { MasterBudget } from "./MasterBudget.js";
import { SuggestLevels } from "./SuggestLevels.js";
import "../parts/parts.css";
import "./leveling.css";

const VIEWS: readonly (readonly [LevelView, string])[] = [["list", "Loudness"], ["budget", "Master's budget"], ["suggest", "Suggest levels"]];

/** The second step: how loud each channel is against the others while it sounds. */
export function Leveling() {
  const { levelView: view } = useObservable(mixPanel);
  return (
    <>
      <AnalysisBar />
      <div className="mix-views">
        <ViewChoice name="Leveling" options={VIEWS} value={view} onChange={(levelView) => showInMixPanel({ levelView })} />
      </div>
      <div className="mix-scroll">
        <WithAnalysis what="How loud each channel is while it sounds, against the mix or against a channel of your choice; how much of the master each one takes; and a first balance to start from.">
          {(measured) => (view === "list" ? <LevelList measured={measured} /> : view === "budget" ? <MasterBudget measured={measured} /> : <SuggestLevels measured={measured} />)}
        </WithAnalysis>
      </div>
    </>
  );
}
