import { AnalysisBar } from "../analysis/AnalysisBar.js";
import { WithAnalysis } from "../analysis/WithAnalysis.js";
import { CollisionView } from "./CollisionView.js";
import "../parts/parts.css";
import "./space.css";

/** The third step: which channels hide each other, where and when, and what would make room. */
export function EqForSpace() {
  return (
    <>
      <AnalysisBar />
      <div className="mix-scroll">
        <WithAnalysis what="How much of each channel is hidden by each other one, as the ear's filters take them in: who, in which part of the spectrum and when, and what an EQ could do.">
          {(measured) => <CollisionView measured={measured} />}
        </WithAnalysis>
      </div>
    </>
  );
}
