/** The view's own layout; colours and controls are the theme's. */
export const GAIN_TRIM_STYLES = `
.gain-trim { display: grid; grid-template: minmax(0, 1fr) auto / 140px minmax(0, 1fr) 140px; height: 100%; }
.gain-trim-level { display: flex; flex-direction: column; gap: 8px; min-height: 0; padding: 10px 14px; background: var(--hr-surface-2); }
.gain-trim-level > h3 { margin: 0; color: var(--hr-text-2); font: 600 var(--hr-text-s)/1.3 var(--hr-font); text-align: center; }
.gain-trim-meter { flex: 1; min-height: 0; }
.gain-trim-level > dl { display: flex; justify-content: space-between; margin: 0; font-size: var(--hr-text-s); white-space: nowrap; }
.gain-trim-level dt { color: var(--hr-text-2); }
.gain-trim-level dd { margin: 0; }
.gain-trim-level dl > :last-child { text-align: right; }
.gain-trim-level button:not(.hr-meter-clip) { padding: 0; border: 0; border-radius: var(--hr-radius-s); background: none; color: inherit; font: inherit; cursor: pointer; }
.gain-trim-level button:focus-visible { outline: 2px solid var(--hr-focus); outline-offset: 1px; }
.gain-trim-level [data-hot] { color: var(--hr-danger); }
.gain-trim-controls { display: flex; flex-direction: column; align-items: center; justify-content: space-between; min-width: 0; padding: 10px 12px 14px; border: solid var(--hr-line); border-width: 0 1px; }
.gain-trim-knobs { display: flex; align-items: flex-end; justify-content: center; gap: 14px; }
.gain-trim-dial { position: relative; display: grid; justify-items: center; width: 180px; padding-top: 28px; }
.gain-trim-dial > svg { position: absolute; top: -4px; left: 0; width: 180px; height: 180px; pointer-events: none; }
.gain-trim-dial text { fill: var(--hr-text-3); font: 10px/1 var(--hr-font); text-anchor: middle; dominant-baseline: central; }
.gain-trim-dial .gain-trim-dial-name { fill: var(--hr-text-2); font-size: var(--hr-text-s); }
.gain-trim-dial text[data-unity] { fill: var(--hr-text); }
.gain-trim-dial .hr-value { margin-top: 4px; font-size: 20px; font-weight: 500; }
.gain-trim-switches { display: flex; gap: 4px; }
.gain-trim-measure { grid-column: 1 / -1; display: flex; flex-direction: column; gap: 8px; padding: 12px; border-top: 1px solid var(--hr-line); }
.gain-trim-measure-row { display: flex; align-items: center; gap: 8px; color: var(--hr-text-2); }
.gain-trim-measure .hr-field { min-width: 10em; }
.gain-trim-listen { margin-left: auto; min-width: 84px; }
.gain-trim-listen > i { width: 7px; height: 7px; border-radius: 50%; background: currentColor; opacity: .55; }
.gain-trim-listen[aria-pressed="true"] > i { opacity: 1; animation: gain-trim-pulse 1.2s ease-in-out infinite; }
@keyframes gain-trim-pulse { 50% { opacity: .25; } }
@media (prefers-reduced-motion: reduce) { .gain-trim-listen > i { animation: none !important; } }
.gain-trim-plan { flex: 1; display: flex; align-items: center; min-width: 0; height: 50px; margin: 0; padding: 4px 12px; border: 1px solid var(--hr-line); border-radius: var(--hr-radius-m); background: var(--hr-well); color: var(--hr-text-2); font-size: var(--hr-text-l); }
.gain-trim-plan[data-ready] { color: var(--hr-text); }
.gain-trim .gain-trim-set { height: 50px; min-width: 84px; font-size: var(--hr-text-m); }
.gain-trim-set:not(:disabled) { border-color: transparent; background: var(--hr-accent); color: var(--hr-on-accent); }
.gain-trim-set:not(:disabled):hover { color: var(--hr-on-accent); filter: brightness(1.08); }
`;
