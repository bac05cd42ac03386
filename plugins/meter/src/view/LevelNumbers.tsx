import { levelNumber } from "./levelNumber.js";
import type { MeterHost } from "./meterHost.js";
import { Reading } from "./Reading.js";

/** The levels of left and right as numbers. */
export function LevelNumbers({ host }: { readonly host: MeterHost }) {
  const { params, readouts } = host;
  const onScale = () => params.scale.get();
  const rows = [
    { label: "Peak", title: "Highest sample of the hold time, dBFS", readout: readouts.hold, limit: () => 0 },
    { label: "Average", title: "Root mean square on the chosen scale, dB", readout: readouts.average, limit: () => (onScale() === "full-scale" ? Infinity : 4) },
    { label: "True peak", title: "Highest true peak since the reset, dBTP", readout: readouts.truePeakMax, limit: () => params.truePeakLimit.get() },
  ];
  return (
    <table className="meter-numbers">
      <thead>
        <tr>
          <td />
          <th scope="col">L</th>
          <th scope="col">R</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, title, readout, limit }) => (
          <tr key={label}>
            <th scope="row" title={title}>
              {label}
            </th>
            {[0, 1].map((side) => {
              const level = () => readout.read()[side] ?? -Infinity;
              return (
                <td key={side}>
                  <Reading read={() => levelNumber(level())} state={() => (level() > limit() ? "over" : "")} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
