import type { MixCheckReport } from "@headroom/analysis";
import { useSession } from "../../session/use-session.js";
import { clockText } from "../../transport/time-text.js";
import { hertzText, levelText, shareText, signedText } from "../parts/number-text.js";

/** Every strip in numbers, then what collides, then the overs. */
export function CheckStrips({ report: { strips, collisions, clips } }: { readonly report: MixCheckReport }) {
  const now = useSession((session) => session.strips);
  const name = (id: string) => strips.find(({ strip }) => strip === id)?.name ?? id;
  return (
    <>
      <h3>Strips</h3>
      <table className="mix-table" aria-label="Strips">
        <thead>
          <tr>
            {["Strip", "LUFS", "To the mix, LU", "Share", "True peak, dBTP", "Headroom, dB", "Correlation"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {strips.map(({ strip, name: title, loudnessLufs, toMixLu, shareOfLoudness, correlation, ledger }) => (
            <tr key={strip} style={{ "--strip-color": now[strip]?.color }}>
              <th scope="row">{title}</th>
              <td>{levelText(loudnessLufs)}</td>
              <td>{toMixLu === null ? "–" : signedText(toMixLu)}</td>
              <td>{shareOfLoudness === null ? "–" : shareText(shareOfLoudness)}</td>
              <td>{levelText(ledger.at(-1)?.truePeakDbtp)}</td>
              <td>{signedText(ledger.at(-1)?.headroomDb ?? NaN).replace("+", "")}</td>
              <td>{correlation.toFixed(2).replace("-", "−")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>Collisions</h3>
      {collisions.length === 0 && <p className="mix-hint">No channel hides a part of another that would be missed.</p>}
      <ol className="check-list">
        {collisions.map(({ strips: [one, other], share, lowHz, highHz, startSeconds }) => (
          <li key={`${one} ${other}`}>
            {name(one)} and {name(other)}: up to {shareText(share)} hidden, from {hertzText(lowHz)} to {hertzText(highHz)}
            {startSeconds !== null && `, worst at ${clockText(startSeconds)}`}.
          </li>
        ))}
      </ol>
      <h3>Overs of the master</h3>
      {clips.length === 0 && <p className="mix-hint">None.</p>}
      <ol className="check-list">
        {clips.map(({ seconds, levelDbfs, contributions }) => (
          <li key={seconds}>
            {clockText(seconds)}: {levelText(levelDbfs)} dBFS, made by {contributions.filter(({ share }) => share > 0.05).map(({ strip, share }) => `${name(strip)} ${shareText(share)}`).join(", ")}.
          </li>
        ))}
      </ol>
    </>
  );
}
