import type { Unit } from "@headroom/sdk";
import type { ViewHost } from "@headroom/sdk/view";
import { LevelText } from "@headroom/ui";
import type { MeterParams, MeterReadouts } from "../params.js";

interface Row {
  readonly label: string;
  readonly readout: keyof MeterReadouts;
  readonly unit: Unit;
  /** From here on the number is marked as too high. */
  readonly hotAt: number;
}

const ROWS: readonly Row[] = [
  { label: "Peak", readout: "hold", unit: "dBFS", hotAt: 0 },
  { label: "RMS", readout: "rms", unit: "dBFS", hotAt: Infinity },
  { label: "Maximum", readout: "max", unit: "dBFS", hotAt: 0 },
];

/** The levels of left and right as numbers. */
export function LevelTable({ host }: { readonly host: ViewHost<MeterParams, MeterReadouts> }) {
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col">Left</th>
          <th scope="col">Right</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ label, readout, unit, hotAt }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {[0, 1].map((channel) => (
              <td key={channel}>
                <LevelText read={() => host.readouts[readout].read()[channel] ?? -Infinity} unit={unit} hotAt={hotAt} />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">Clips</th>
          {[0, 1].map((channel) => (
            <td key={channel}>
              <ClipCount read={() => host.readouts.clips.read()[channel] ?? 0} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function ClipCount({ read }: { readonly read: () => number }) {
  return <LevelText read={read} unit="" digits={0} hotAt={1} />;
}
