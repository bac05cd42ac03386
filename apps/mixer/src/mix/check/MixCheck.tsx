import { Download, Printer } from "lucide-react";
import { safeFileName } from "../../files/file-name.js";
import { saveFile } from "../../files/save-file.js";
import { AnalysisBar } from "../analysis/AnalysisBar.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { WithAnalysis } from "../analysis/WithAnalysis.js";
import { CheckFindings } from "./CheckFindings.js";
import { CheckMaster } from "./CheckMaster.js";
import { CheckStrips } from "./CheckStrips.js";
import { LoudnessPlot } from "./LoudnessPlot.js";
import { useLightPrint } from "./use-light-print.js";
import "../parts/parts.css";
import "./check.css";

/** A report of the whole session: to read, to print, to keep as JSON. */
export function MixCheck() {
  return (
    <>
      <AnalysisBar />
      <div className="mix-scroll">
        <WithAnalysis what="A report of the session: the master's loudness, true peak and spectrum, what is worth a look in each step, every strip, collisions and overs with their times.">
          {(measured) => <Report measured={measured} />}
        </WithAnalysis>
      </div>
    </>
  );
}

function Report({ measured: { analysis, session, report } }: { readonly measured: MeasuredSong }) {
  useLightPrint();
  const save = () => saveFile(`${safeFileName(session.name, "Session")} - mix check.json`, new Blob([JSON.stringify(report, undefined, 2)], { type: "application/json" }));
  return (
    <article className="mix-report" aria-label="Mix check">
      <header>
        <h2>{report.session}</h2>
        <button type="button" className="hr-button" onClick={() => print()}>
          <Printer size={13} aria-hidden="true" /> Print
        </button>
        <button type="button" className="hr-button" onClick={save}>
          <Download size={13} aria-hidden="true" /> Save as JSON
        </button>
      </header>
      <CheckMaster report={report} />
      <LoudnessPlot analysis={analysis} />
      <CheckFindings findings={report.findings} />
      <CheckStrips report={report} />
    </article>
  );
}
