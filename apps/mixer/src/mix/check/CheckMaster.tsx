import type { MixCheckReport } from "@headroom/analysis";
import { hertzText, levelText, shareText } from "../parts/number-text.js";

/** The master in numbers, and how its power is spread over the octaves. */
export function CheckMaster({ report: { master } }: { readonly report: MixCheckReport }) {
  const facts = [
    ["Loudness", levelText(master.integratedLufs), "LUFS", "Gated loudness of the whole song. Streaming services turn most songs to about −14 LUFS."],
    ["Short-term", levelText(master.mostShortTermLufs), "LUFS", "The loudest three seconds."],
    ["True peak", levelText(master.truePeakDbtp), "dBTP", "Highest level between samples too. At most −1 dBTP survives lossy coding without clipping."],
    ["Peak", levelText(master.peakDbfs), "dBFS", "Highest sample."],
    ["Correlation", master.correlation.toFixed(2).replace("-", "−"), "", "1 is mono, 0 is wide; below 0 parts vanish in mono."],
    ["Over", String(master.overs), "samples", "Samples over full scale, which a converter and a 16 or 24-bit file cut off."],
  ] as const;
  const most = Math.max(1e-9, ...master.octaves.map(({ share }) => share));
  return (
    <section aria-label="Master">
      <dl className="check-facts">
        {facts.map(([name, value, unit, what]) => (
          <div key={name} title={what}>
            <dt>{name}</dt>
            <dd>
              {value} <small>{unit}</small>
            </dd>
          </div>
        ))}
      </dl>
      <h3>Spectrum by octave</h3>
      <ol className="check-octaves" aria-label="Share of the master's power in each octave">
        {master.octaves.map(({ hz, share }) => (
          <li key={hz} style={{ "--share": share / most }}>
            <b>{shareText(share)}</b>
            <i aria-hidden="true" />
            <span>{hertzText(hz)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
