/** The equalizer's own layout; colours and controls are the theme's. */
export const EQ_STYLES = `
.eq { display: grid; grid-template: auto minmax(0, 1fr) auto / 1fr; height: 100%; overflow: hidden; }
.eq-head { display: flex; align-items: center; gap: 12px; height: 34px; padding: 0 12px; border-bottom: 1px solid var(--hr-line); }
.eq-readout { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--hr-text); }
.eq-readout b { font-weight: 600; }
.eq-readout i { display: inline-block; width: 8px; height: 8px; margin-right: 8px; border-radius: 50%; }
.eq-hint { color: var(--hr-text-3); }
.eq-head label { display: flex; align-items: center; gap: 6px; color: var(--hr-text-2); font-size: var(--hr-text-s); }
.eq-graph { position: relative; min-height: 0; background: var(--hr-well); cursor: crosshair; touch-action: none; outline: none; }
.eq-graph > canvas { position: absolute; inset: 0; }
.eq-tokens { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
.eq-token { position: absolute; top: -12px; left: -12px; width: 24px; height: 24px; display: grid; place-items: center;
  pointer-events: auto; cursor: grab; touch-action: none; outline: none; }
.eq-token[hidden] { display: none; }
.eq-token:active { cursor: grabbing; }
.eq-token > span { display: grid; place-items: center; width: 18px; height: 18px; border-radius: 50%; border: 1.5px solid var(--eq-band);
  background: color-mix(in srgb, var(--eq-band) 24%, var(--hr-well)); color: var(--hr-text);
  font: 600 10px/1 var(--hr-font); box-shadow: 0 1px 4px #00000055; transition: box-shadow var(--hr-ease); }
.eq-token:hover > span { box-shadow: 0 0 0 4px color-mix(in srgb, var(--eq-band) 25%, transparent); }
.eq-token[data-selected] > span { background: var(--eq-band); color: var(--hr-well); box-shadow: 0 0 0 4px color-mix(in srgb, var(--eq-band) 25%, transparent); }
.eq-token[data-off] > span { border-style: dashed; background: var(--hr-well); color: var(--hr-text-3); opacity: .75; }
.eq-token:focus-visible > span { outline: 2px solid var(--hr-focus); outline-offset: 3px; }
.eq-foot { display: flex; gap: 1px; border-top: 1px solid var(--hr-line); background: var(--hr-line); }
.eq-band { flex: 1; min-width: 0; display: flex; flex-direction: column; align-items: stretch; gap: 5px; padding: 8px 7px 9px; background: var(--hr-surface-1); border-top: 2px solid transparent; }
.eq-band[data-selected] { background: var(--hr-surface-2); border-top-color: var(--eq-band); }
.eq-band-head { display: flex; align-items: center; justify-content: space-between; gap: 6px; }
.eq-band-number { width: 20px; height: 20px; padding: 0; border: 1.5px solid var(--eq-band); border-radius: 50%; background: none; color: var(--hr-text); font: 600 10px/1 var(--hr-font); cursor: pointer; }
.eq-band[data-selected] .eq-band-number { background: var(--eq-band); color: var(--hr-well); }
.eq-band-number:focus-visible { outline: 2px solid var(--hr-focus); outline-offset: 1px; }
.eq-band[data-off] .eq-band-number { border-color: var(--hr-line-strong); background: none; color: var(--hr-text-3); }
.eq-band .hr-control { display: flex; flex-direction: row; align-items: center; justify-content: space-between; gap: 4px; }
.eq-band .hr-control > div { flex: 1; }
.eq-band .hr-field { display: block; min-width: 0; padding: 2px 4px; }
.eq-band .hr-select { width: 100%; }
.eq-band .hr-button { height: 20px; padding: 0 7px; }
.eq-band .hr-control-label { flex: none; width: 28px; color: var(--hr-text-3); }
.eq-band .eq-unused { visibility: hidden; }
.eq-output { flex: none; width: 116px; display: grid; grid-template-columns: 1fr 40px; align-items: center; gap: 8px; padding: 10px 10px 10px 6px; background: var(--hr-surface-1); }
.eq-output > :last-child { height: 100%; min-height: 0; }
.eq-menu { position: absolute; z-index: 20; min-width: 150px; max-height: calc(100% - 8px); overflow-y: auto; padding: 4px; border: 1px solid var(--hr-line-strong); border-radius: var(--hr-radius-l);
  background: var(--hr-surface-2); box-shadow: var(--hr-shadow); outline: none; }
.eq-menu > [role^="menuitem"] { display: flex; gap: 8px; width: 100%; padding: 4px 10px 4px 6px; border: 0; border-radius: var(--hr-radius-s); background: none;
  color: var(--hr-text); font: 400 var(--hr-text-m)/1.2 var(--hr-font); text-align: left; cursor: pointer; }
.eq-menu > [role^="menuitem"]::before { content: ""; width: 10px; text-align: center; color: var(--hr-accent); }
.eq-menu > [aria-checked="true"]::before { content: "•"; }
.eq-menu > [role^="menuitem"]:hover, .eq-menu > [role^="menuitem"]:focus-visible { background: var(--hr-surface-3); outline: none; }
.eq-menu > hr { height: 1px; margin: 4px 6px; border: 0; background: var(--hr-line); }
`;
