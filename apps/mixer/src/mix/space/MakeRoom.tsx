import type { Collision, EqBand, EqSuggestion } from "@headroom/analysis";
import { useEffect, useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { EQ_ID } from "../../plugins/built-in.js";
import { useSession } from "../../session/use-session.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { hertzText, shareText, signedText } from "../parts/number-text.js";
import { BeforeAfter } from "../parts/ProposalTable.js";
import { type AppliedEq, applyEq } from "./apply-eq.js";
import { CompareEq } from "./CompareEq.js";

const TYPES: Readonly<Record<EqBand["type"], string>> = { bell: "Bell", "low-shelf": "Low shelf", "high-shelf": "High shelf", "low-cut": "Low cut", "high-cut": "High cut" };

/** What an EQ could do for a pair: bands for each channel with their reason, to take over or to leave. */
export function MakeRoom({ collision, measured: { suggest } }: { readonly collision: Collision; readonly measured: MeasuredSong }) {
  const { document, plugins } = useRuntime();
  const strips = useSession((session) => session.strips);
  const [refused, refuse] = useState<ReadonlySet<string>>(new Set());
  const [applied, setApplied] = useState<readonly AppliedEq[]>();
  const [suggestion, setSuggestion] = useState<EqSuggestion | "looking" | undefined>("looking");
  useEffect(() => {
    let isShown = true;
    void suggest(collision).then((found) => isShown && setSuggestion(found));
    return () => void (isShown = false);
  }, [suggest, collision]);
  if (applied) return <CompareEq applied={applied} />;
  if (suggestion === "looking") return <p className="mix-hint" role="status">Looking for bands that make room…</p>;
  if (!suggestion) return <p className="mix-hint">No band would make room here without taking away what these channels are heard by.</p>;
  const { changes, before, after } = suggestion;
  const toggle = (strip: string) => {
    const next = new Set(refused);
    if (!next.delete(strip)) next.add(strip);
    refuse(next);
  };
  const taken = changes.filter(({ strip }) => !refused.has(strip));
  return (
    <div className="make-room">
      <p>
        Hidden of the quieter one: <BeforeAfter before={shareText(before)} after={shareText(after)} />
        {refused.size > 0 && ", with everything taken over"}
      </p>
      <ul aria-label="Suggested bands">
        {changes.map(({ strip, bands, outputDb, loudnessChangeLu, reason }) => (
          <li key={strip} data-refused={refused.has(strip) || undefined} style={{ "--strip-color": strips[strip]?.color }}>
            <label>
              <input type="checkbox" checked={!refused.has(strip)} onChange={() => toggle(strip)} />
              <b>{strips[strip]?.name ?? strip}</b>
            </label>
            <span>
              {bands.map((band) => (
                <span key={`${band.type} ${band.frequencyHz}`} className="eq-band">
                  {bandText(band)}
                </span>
              ))}
              {Math.abs(outputDb) >= 0.05 && <span className="eq-band">Output {signedText(outputDb)} dB</span>}
            </span>
            <p>
              {reason} Its loudness changes by {signedText(loudnessChangeLu)} LU.
            </p>
          </li>
        ))}
      </ul>
      <div className="mix-actions">
        <span className="mix-hint">Into each channel&apos;s Parametric EQ, or a new one, in one edit.</span>
        <button type="button" className="hr-button primary" disabled={taken.length === 0} onClick={() => setApplied(applyEq(document, { plugin: EQ_ID, version: plugins.descriptor(EQ_ID)?.version ?? "" }, taken))}>
          Apply to {taken.map(({ strip }) => strips[strip]?.name ?? strip).join(" and ") || "none"}
        </button>
      </div>
    </div>
  );
}

function bandText({ type, frequencyHz, gainDb, q, slope }: EqBand): string {
  const cut = type === "low-cut" || type === "high-cut";
  const shape = cut ? `${slope} dB/oct` : `${signedText(gainDb)} dB`;
  return `${TYPES[type]} ${hertzText(frequencyHz)}, ${shape}${type === "bell" ? `, Q ${q.toFixed(1)}` : ""}`;
}
