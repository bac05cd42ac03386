/** The view's own layout; colours and controls are the theme's. */
export const METER_STYLES = `
.meter-view { display: grid; grid-template-columns: minmax(96px, 1fr) auto; gap: 20px; height: 100%; padding: 16px; }
.meter-view-bars { min-height: 0; }
.meter-view-side { display: flex; flex-direction: column; justify-content: space-between; align-items: stretch; }
.meter-view table { border-collapse: collapse; }
.meter-view th, .meter-view td { padding: 6px 0 6px 16px; border-bottom: 1px solid var(--hr-line); text-align: right; font-weight: 400; white-space: nowrap; }
.meter-view thead th { color: var(--hr-text-2); font-size: var(--hr-text-s); }
.meter-view tbody th { padding-left: 0; color: var(--hr-text-2); text-align: left; }
.meter-view td { min-width: 92px; font-size: var(--hr-text-l); }
.meter-view thead td { min-width: 0; }
.meter-view [data-hot] { color: var(--hr-danger); }
.meter-view-knobs { display: flex; justify-content: center; gap: 32px; }
`;
