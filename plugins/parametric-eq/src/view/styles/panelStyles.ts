/** The bars above and below the graph. */
export const PANEL_STYLES = `
.eq { container-type: inline-size; position: relative; height: 100%; overflow: hidden; }
.eq-body { display: grid; grid-template: max-content minmax(0, 1fr) max-content max-content / minmax(0, 1fr); height: 100%; overflow: hidden; }
.eq-toolbar { display: flex; align-items: center; gap: 2px; min-height: 32px; padding: 0 8px; border-bottom: 1px solid var(--hr-line); }
.eq-space { flex: 1; }
.eq-setting { display: inline-flex; align-items: center; gap: 6px; height: 22px; padding: 0 8px; border: 0; border-radius: var(--hr-radius-m); background: none;
  color: var(--hr-text-3); font: 500 var(--hr-text-s)/1 var(--hr-font); cursor: pointer; transition: background-color var(--hr-ease), color var(--hr-ease); }
.eq-setting > i { width: 8px; height: 8px; border-radius: 2px; opacity: .4; }
.eq-setting:hover { color: var(--hr-text); }
.eq-setting[aria-pressed="true"] { background: var(--hr-surface-3); color: var(--hr-text); }
.eq-setting[aria-pressed="true"] > i { opacity: 1; }
.eq-setting:focus-visible { outline: 2px solid var(--hr-focus); outline-offset: -1px; }
.eq-setting-menu { display: inline-flex; align-items: center; padding-left: 8px; color: var(--hr-text-3); font-size: var(--hr-text-s); }
.eq-setting-menu > .hr-select { field-sizing: content; padding-left: 5px; border-color: transparent; background-color: transparent; }
.eq-setting-menu > .hr-select:hover { border-color: var(--hr-line-strong); }
.eq-chips { display: flex; align-items: center; gap: 8px; min-height: 34px; padding: 3px 8px; border-top: 1px solid var(--hr-line); background: var(--hr-surface-1); }
.eq-chip-row { flex: 1; min-width: 0; display: flex; align-items: center; gap: 2px; }
.eq-chip { position: relative; flex: 0 1 auto; display: flex; align-items: center; justify-content: center; gap: 5px; min-width: 24px; height: 28px; padding: 0 5px 0 3px; border: 1px solid transparent;
  border-radius: var(--hr-radius-m); background: none; color: var(--hr-text-2); cursor: pointer; }
.eq-chip:hover { background: var(--hr-surface-3); }
.eq-chip[aria-pressed="true"] { border-color: color-mix(in srgb, var(--eq-band) 60%, transparent); background: var(--hr-surface-3); }
.eq-chip:focus-visible { outline: 2px solid var(--hr-focus); outline-offset: -1px; }
.eq-chip[data-off] .eq-mark { border-style: dashed; background: var(--hr-well); color: var(--hr-text-3); }
.eq-chip[data-off] .eq-glyph { opacity: .5; }
.eq-chip-row[data-many] .eq-glyph { display: none; }
.eq-chip-channel { color: var(--hr-text); font: 600 9px/1 var(--hr-font); }
.eq-glyph { flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.eq-icon { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.eq-hint { color: var(--hr-text-3); font-size: var(--hr-text-s); }
.eq-panel { display: flex; border-top: 1px solid var(--hr-line); background: var(--hr-surface-2); }
.eq-band { flex: 1; min-width: 0; display: flex; align-items: center; justify-content: center; gap: clamp(8px, 1.3cqw, 40px); min-height: 114px; padding: 8px 12px; box-shadow: inset 0 2px 0 var(--eq-band); }
.eq-band-head { flex: none; display: grid; justify-items: center; gap: 8px; }
.eq-band-name, .eq-band-acts { display: flex; align-items: center; gap: 6px; }
.eq-band-name > .hr-button { width: 24px; padding: 0; background: none; border-color: transparent; }
.eq-band-name > .eq-mark { width: 26px; height: 26px; font-size: 12px; }
.eq-band-acts > .hr-button { width: 28px; padding: 0; }
.eq-listen { touch-action: none; }
.eq-listen[aria-pressed="true"] { --hr-button-color: var(--hr-solo); --hr-button-text: var(--hr-on-solo); }
.eq-also { height: 14px; color: var(--hr-text-2); font-size: var(--hr-text-s); line-height: 14px; }
.eq-band-kind { flex: 0 1 112px; min-width: 88px; display: grid; gap: 6px; }
.eq-band-kind .hr-control, .eq-band-kind .hr-select { width: 100%; }
.eq-band-kind .hr-select { height: 24px; background-position-y: 10px; }
.eq-band-knobs { flex: none; display: flex; gap: clamp(0px, .6cqw, 16px); }
.eq-band-knobs > .hr-control, .eq-output > .hr-control { width: 60px; }
.eq-dynamics { flex: 0 1 296px; min-width: 0; display: grid; gap: 6px; padding-left: 14px; border-left: 1px solid var(--hr-line); }
.eq-dynamics-head { display: flex; align-items: center; justify-content: space-between; gap: 8px; }
.eq-live { min-width: 52px; overflow: hidden; text-overflow: ellipsis; color: var(--hr-text-2); font-size: var(--hr-text-s); text-align: right; white-space: nowrap; }
.eq-dynamics[data-used] .eq-live, .eq-auto .eq-live { color: var(--hr-text); }
.eq-dynamics-values { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 6px 10px; }
.eq-dynamics-values .hr-control { display: grid; grid-template-columns: 60px minmax(0, 1fr); align-items: center; }
.eq-dynamics-values .hr-control:nth-child(even) { grid-template-columns: 48px minmax(0, 1fr); }
.eq-dynamics-values .hr-control-label { color: var(--hr-text-3); }
.eq-dynamics-values .hr-field { display: block; min-width: 0; padding-inline: 4px; }
.eq-output { flex: none; display: flex; align-items: center; gap: 2px; padding: 8px 12px 8px 8px; border-left: 1px solid var(--hr-line); background: var(--hr-surface-1); }
.eq-output-modes { width: 124px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px; padding-left: 6px; }
.eq-output-modes .hr-control, .eq-output-modes .hr-select { width: 100%; }
.eq-output-modes .hr-select { height: 24px; background-position-y: 10px; }
.eq-auto { display: flex; align-items: center; justify-content: space-between; }
.eq-latency { color: var(--hr-text-3); font-size: var(--hr-text-s); }
.eq-hints { flex: 1; display: grid; grid-template-columns: repeat(3, auto); align-content: center; justify-content: space-evenly; gap: 6px 20px; min-height: 114px; margin: 0; padding: 8px 16px; }
.eq-hints > div { display: flex; gap: 8px; }
.eq-hints dt { color: var(--hr-text); }
.eq-hints dd { margin: 0; color: var(--hr-text-3); }
.eq-menu { position: absolute; z-index: 20; max-height: calc(100% - 8px); overflow-y: auto; padding: 6px; border: 1px solid var(--hr-line-strong); border-radius: var(--hr-radius-l);
  background: var(--hr-surface-2); box-shadow: var(--hr-shadow); outline: none; }
.eq-menu-columns { display: flex; gap: 4px; }
.eq-menu-column { display: flex; flex-direction: column; min-width: 92px; }
.eq-menu-title { padding: 2px 8px 4px 22px; color: var(--hr-text-3); font-size: var(--hr-text-s); }
.eq-menu [role^="menuitem"] { display: flex; align-items: center; gap: 8px; padding: 3px 10px 3px 4px; border: 0; border-radius: var(--hr-radius-s); background: none;
  color: var(--hr-text); font: 400 var(--hr-text-m)/1.4 var(--hr-font); text-align: left; white-space: nowrap; cursor: pointer; }
.eq-menu [role="menuitemradio"]::before, .eq-menu [role="menuitemcheckbox"]::before { content: ""; width: 10px; text-align: center; color: var(--hr-accent); }
.eq-menu [aria-checked="true"]::before { content: "•"; }
.eq-menu [role="menuitemcheckbox"][aria-checked="true"]::before { content: "✓"; }
.eq-menu [role^="menuitem"]:hover, .eq-menu [role^="menuitem"]:focus-visible { background: var(--hr-surface-3); outline: none; }
.eq-menu hr { height: 1px; margin: 6px 4px; border: 0; background: var(--hr-line); }
.eq-menu-actions { display: flex; flex-wrap: wrap; gap: 2px; }
.eq-menu-actions > [role="menuitem"] { padding-left: 10px; }
`;
