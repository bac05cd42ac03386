/** What gives way in a narrow window, step by step: words before controls, then the one row of controls. */
export const SMALL_STYLES = `
@container (max-width: 900px) {
  .eq-setting-menu:not(:has(+ .eq-setting)) > span { display: none; }
  .eq-band { gap: 6px; padding-inline: 6px; }
  .eq-band-name, .eq-band-acts { gap: 3px; }
  .eq-band-acts > .hr-button { width: 26px; }
  .eq-band-kind { flex-basis: 82px; min-width: 82px; }
  .eq-band-knobs > .hr-control, .eq-output > .hr-control { width: 49px; }
  .eq-dynamics { flex: 0 0 138px; padding-left: 8px; gap: 3px; }
  .eq-dynamics-values { gap: 2px 4px; }
  .eq-dynamics-values .hr-control, .eq-dynamics-values .hr-control:nth-child(even) { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .eq-dynamics-values .hr-control-label { font-size: 10px; line-height: 1.1; }
  .eq-dynamics-values .hr-field { padding-block: 1px; }
  .eq-output { padding-inline: 4px 8px; }
  .eq-output-modes { width: 98px; padding-left: 2px; }
  .eq-auto { flex-wrap: wrap; }
  .eq-live { min-width: 0; }
  .eq-chip .eq-glyph { display: none; }
  .eq-chip { padding-inline: 2px; }
  .eq-hints { gap: 6px 10px; padding: 8px; font-size: var(--hr-text-s); }
  .eq-hints > div { gap: 5px; }
}
@container (max-width: 700px) {
  .eq-body { grid-template-rows: max-content minmax(180px, 1fr) max-content max-content; overflow-y: auto; }
  .eq-toolbar, .eq-panel, .eq-band, .eq-chips, .eq-chip-row { flex-wrap: wrap; }
  .eq-band { flex-basis: 100%; padding-block: 8px; }
  .eq-hints { grid-template-columns: repeat(2, auto); }
  .eq-output { flex: 1; justify-content: center; border-top: 1px solid var(--hr-line); }
}
`;
