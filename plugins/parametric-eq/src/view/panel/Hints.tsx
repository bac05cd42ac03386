const HINTS = [
  ["Double-click", "adds a band"],
  ["Drag", "frequency and gain"],
  ["Wheel", "Q"],
  ["Right-click", "type, slope, channel"],
  ["Alt-click", "on or off"],
  ["Alt-drag", "hear the band alone"],
  ["Drag on empty space", "selects several"],
  ["Shift", "fine"],
  ["Ctrl", "one axis"],
] as const;

/** What hands do on the graph, while no band is selected. */
export function Hints() {
  return (
    <dl className="eq-hints">
      {HINTS.map(([hand, what]) => (
        <div key={hand}>
          <dt>{hand}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
