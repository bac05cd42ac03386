/** The graph: its layers, tokens and what floats over it. */
export const GRAPH_STYLES = `
.eq-stage { display: flex; min-height: 0; }
.eq-column { flex: 1; min-width: 0; display: grid; grid-template-rows: minmax(0, 1fr) 20px; background: var(--hr-well); }
.eq-graph { position: relative; min-height: 0; cursor: crosshair; touch-action: none; outline: none; }
.eq-graph:focus-visible { box-shadow: inset 0 0 0 2px var(--hr-focus); }
.eq-graph > canvas { position: absolute; inset: 0; pointer-events: none; }
.eq-meter { flex: none; width: 50px; padding: 6px 6px 4px 4px; border-left: 1px solid var(--hr-line); background: var(--hr-surface-1); }
.eq-piano { position: relative; overflow: hidden; border-top: 1px solid var(--hr-line); background: var(--hr-well); }
.eq-lit-key { position: absolute; top: 0; height: 100%; background: var(--hr-accent); opacity: .85; }
.eq-lit-key[data-black] { height: 58%; }
.eq-crosshair { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
.eq-hair { position: absolute; top: 0; bottom: 0; left: 0; width: 1px; background: var(--hr-text-3); opacity: .35; }
.eq-hair-frequency, .eq-hair-gain { position: absolute; left: 0; padding: 1px 5px; border-radius: var(--hr-radius-s); background: var(--hr-surface-3);
  color: var(--hr-text); font-size: 10px; white-space: nowrap; }
.eq-hair-frequency { bottom: 2px; }
.eq-hair-gain { top: -8px; left: 2px; }
.eq-tokens { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
.eq-token { position: absolute; top: -13px; left: -13px; width: 26px; height: 26px; display: grid; place-items: center;
  pointer-events: auto; cursor: grab; touch-action: none; outline: none; }
.eq-token:active { cursor: grabbing; }
.eq-token[data-selected] { z-index: 1; }
.eq-token:hover, .eq-token:focus-visible { z-index: 2; }
.eq-mark { flex: none; display: grid; place-items: center; width: 20px; height: 20px; border: 1.5px solid var(--eq-band);
  background: color-mix(in srgb, var(--eq-band) 22%, var(--hr-well)); color: var(--hr-text); font: 600 10px/1 var(--hr-font); font-variant-numeric: tabular-nums; }
.eq-mark > b { font-weight: 600; }
.eq-mark[data-shape="circle"] { border-radius: 50%; }
.eq-mark[data-shape="square"] { border-radius: 4px; }
.eq-mark[data-shape="diamond"] { border-radius: 4px; transform: rotate(45deg) scale(.88); }
.eq-mark[data-shape="diamond"] > b { transform: rotate(-45deg) scale(1.1); }
.eq-mark[data-selected] { background: var(--eq-band); color: var(--hr-well); }
.eq-token > .eq-mark { box-shadow: 0 1px 4px #00000066; transition: box-shadow var(--hr-ease); }
.eq-token:hover > .eq-mark, .eq-token[data-selected] > .eq-mark { box-shadow: 0 0 0 4px color-mix(in srgb, var(--eq-band) 28%, transparent); }
.eq-token[data-dynamic] > .eq-mark { outline: 1.5px solid color-mix(in srgb, var(--eq-band) 75%, transparent); outline-offset: 2px; }
.eq-token[data-off] > .eq-mark { border-style: dashed; background: var(--hr-well); color: var(--hr-text-3); }
.eq-token[data-off][data-selected] > .eq-mark { border-style: solid; color: var(--hr-text); }
.eq-token:focus-visible > .eq-mark { outline: 2px solid var(--hr-focus); outline-offset: 3px; }
.eq-frame { position: absolute; border: 1px solid var(--hr-accent); background: var(--hr-accent-soft); pointer-events: none; }
.eq-frame[hidden] { display: none; }
.eq-tip { position: absolute; top: 0; left: 0; z-index: 3; padding: 4px 8px; border: 1px solid; border-radius: var(--hr-radius-m); background: var(--hr-surface-2); color: var(--hr-text);
  font-size: var(--hr-text-s); line-height: 1.4; white-space: pre; box-shadow: var(--hr-shadow); pointer-events: none; }
.eq-entry { position: absolute; z-index: 4; cursor: auto; }
.eq-entry > input.hr-field { width: 100%; padding: 5px 8px; text-align: left; border-color: var(--hr-accent); outline: none; }
.eq-entry > input.hr-field:focus { border-color: var(--hr-focus); }
.eq-entry > input::placeholder { color: var(--hr-text-3); }
.eq-entry > p { margin: 4px 0 0; padding: 4px 8px; border: 1px solid var(--hr-danger); border-radius: var(--hr-radius-m); background: var(--hr-surface-2); font-size: var(--hr-text-s); box-shadow: var(--hr-shadow); }
.eq-legend { position: absolute; top: 8px; left: 50%; display: flex; gap: 14px; margin: 0; padding: 3px 10px; translate: -50%; border-radius: var(--hr-radius-m);
  background: color-mix(in srgb, var(--hr-well) 80%, transparent); color: var(--hr-text-2); font-size: var(--hr-text-s); list-style: none; pointer-events: none; }
.eq-legend > li { display: flex; align-items: center; gap: 6px; }
`;
