/** The view's own layout; colours and controls are the theme's. */
export const GAIN_TRIM_STYLES = `
.gain-trim { display: grid; grid-template-columns: 66px 1fr 66px; gap: 16px; height: 100%; padding: 16px; }
.gain-trim-level { display: flex; flex-direction: column; align-items: center; gap: 6px; min-height: 0; color: var(--hr-text-2); font-size: var(--hr-text-s); }
.gain-trim-level > div { flex: 1; min-height: 0; width: 100%; }
.gain-trim-level > span { min-height: 1.3em; color: var(--hr-text); }
.gain-trim-level > span[data-hot] { color: var(--hr-danger); }
.gain-trim-controls { display: flex; flex-direction: column; align-items: center; justify-content: space-between; min-width: 0; }
.gain-trim-row { display: flex; align-items: flex-end; justify-content: center; gap: 20px; }
.gain-trim-switches { display: flex; gap: 4px; }
`;
