/** The view's own layout; colours and controls are the theme's. It fits itself to the size that it is given. */
export const METER_STYLES = `
.meter-view { height: 100%; container: meter / size; overflow: auto; }
.meter-layout { display: grid; gap: 1px; min-height: 100%; height: 100%; background: var(--hr-line);
  grid-template: "head head head" auto "levels middle stereo" minmax(0, 1fr) "levels middle vu" auto / 184px minmax(0, 1fr) 212px; }
.meter-head { grid-area: head; display: flex; align-items: center; gap: 12px; min-height: 38px; padding: 4px 12px; background: var(--hr-surface-2); }
.meter-head .hr-control, .meter-panel .hr-control { flex-direction: row; align-items: center; gap: 6px; }
.meter-head .hr-select { max-width: 230px; }
.meter-invalid { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--hr-danger); font-size: var(--hr-text-s); }
.meter-time { margin-left: auto; white-space: nowrap; text-align: right; color: var(--hr-text); font-size: var(--hr-text-l); font-weight: 600; }
.meter-panel { display: flex; flex-direction: column; gap: 8px; min-width: 0; min-height: 0; padding: 10px 12px; background: var(--hr-surface-1); }
.meter-panel > header { display: flex; align-items: center; justify-content: space-between; min-height: 22px; }
.meter-panel h3 { margin: 0; color: var(--hr-text-2); font: 600 var(--hr-text-s) / 1.3 var(--hr-font); }
.meter-panel > footer { display: flex; gap: 8px; }
.meter-panel > footer .hr-control { justify-content: space-between; }
.meter-levels > footer > .hr-control { flex: 1; flex-direction: column; align-items: stretch; gap: 2px; }
.meter-panel .hr-field { display: block; min-width: 4.6em; padding: 2px 6px; }
.meter-levels { grid-area: levels; }
.meter-middle { grid-area: middle; }
.meter-stereo { grid-area: stereo; }
.meter-vu { grid-area: vu; }
.meter-clips { display: flex; gap: 3px; height: 16px; padding: 0 0 0 26px; border: 0; background: none; cursor: pointer; }
.meter-clips > span { flex: 1; height: 100%; border-radius: var(--hr-radius-s); background: var(--hr-surface-3); color: transparent; font: 600 10px / 16px var(--hr-font); text-align: center; }
.meter-clips > span[data-clipped] { background: var(--hr-meter-clip); color: #ffffff; box-shadow: 0 0 8px color-mix(in srgb, var(--hr-meter-clip) 60%, transparent); }
.meter-clips:focus-visible, .meter-graph:focus-visible { outline: 2px solid var(--hr-focus); outline-offset: 2px; border-radius: var(--hr-radius-s); }
.meter-bars { flex: 1; min-height: 90px; }
.meter-numbers { width: 100%; border-collapse: collapse; table-layout: fixed; }
.meter-numbers th, .meter-numbers td { padding: 3px 0; text-align: right; font-weight: 400; white-space: nowrap; }
.meter-numbers th { color: var(--hr-text-2); font-size: var(--hr-text-s); }
.meter-numbers tbody th { text-align: left; }
.meter-numbers tr > :first-child { width: 60px; }
.meter-numbers td { font-size: 13px; }
[data-state="over"], [data-state="above"] { color: var(--hr-danger); }
.meter-loudness { display: grid; grid-template: "integrated words" auto "cells cells" auto / auto minmax(0, 1fr); gap: 6px 18px; align-items: center; }
.meter-loudness dl, .meter-loudness dd, .meter-words { margin: 0; }
.meter-loudness dt { color: var(--hr-text-2); font-size: var(--hr-text-s); }
.meter-loudness small { color: var(--hr-text-3); font-size: var(--hr-text-s); font-weight: 400; }
.meter-integrated { grid-area: integrated; }
.meter-integrated dd { display: flex; align-items: baseline; gap: 6px; font-size: 44px; font-weight: 600; line-height: 1; letter-spacing: -0.02em; }
.meter-integrated dd > span { min-width: 2.45em; text-align: right; }
.meter-integrated [data-state="on"] { color: var(--hr-meter-ok); }
.meter-integrated [data-state="above"] { color: var(--hr-accent); }
.meter-words { grid-area: words; display: flex; flex-direction: column; gap: 2px; min-height: 52px; justify-content: center; }
.meter-distance { font-size: 13px; font-weight: 600; }
.meter-meaning { color: var(--hr-text-2); font-size: var(--hr-text-m); }
.meter-cells { grid-area: cells; display: grid; grid-template-columns: repeat(5, minmax(0, auto)); justify-content: space-between; gap: 4px 14px; padding: 8px 0 4px; border-top: 1px solid var(--hr-line); }
.meter-cells dd { font-size: 18px; font-weight: 500; white-space: nowrap; }
.meter-most { display: block; color: var(--hr-text-3); font-size: var(--hr-text-s); font-weight: 400; }
.meter-legend { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 14px; color: var(--hr-text-2); font-size: var(--hr-text-s); }
.meter-legend > span::before { content: ""; display: inline-block; width: 12px; height: 3px; margin-right: 6px; border-radius: 1px; vertical-align: middle; background: currentColor; }
.meter-legend > [data-line="momentary"]::before { height: 8px; background: var(--hr-spectrum-post); opacity: 0.6; }
.meter-legend > [data-line="short-term"]::before { background: var(--hr-curve); }
.meter-legend > [data-line="integrated"]::before { background: var(--hr-meter-ok); }
.meter-legend > [data-line="target"]::before { background: var(--hr-accent); }
.meter-legend > div { display: flex; gap: 2px; margin-left: auto; }
.meter-legend .hr-button { height: 20px; padding: 0 8px; }
.meter-over-time { flex: 1; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr) 66px; min-height: 90px; }
.meter-graph { position: relative; min-height: 0; background: linear-gradient(var(--hr-well), var(--hr-well)) top / 100% calc(100% - 16px) no-repeat; cursor: crosshair; outline: none; }
.meter-graph-cursor { position: absolute; top: 5px; left: 8px; padding: 2px 6px; border-radius: var(--hr-radius-s); background: color-mix(in srgb, var(--hr-surface-3) 88%, transparent); color: var(--hr-text); font-size: var(--hr-text-s); pointer-events: none; }
.meter-graph-cursor:empty { visibility: hidden; }
/* A canvas keeps the size it was drawn at: out of the flow it cannot hold its panel open. */
.meter-panel .hr-canvas { position: absolute; inset: 0; }
.meter-bars, .meter-graph, .meter-loudness-bars, .meter-goniometer, .meter-correlation, .meter-vu-dial { position: relative; }
.meter-goniometer { flex: 1; min-height: 90px; background: var(--hr-well); border-radius: var(--hr-radius-m); }
.meter-correlation-head { display: flex; justify-content: space-between; color: var(--hr-text-2); font-size: var(--hr-text-s); }
.meter-correlation-head > :last-child { color: var(--hr-text); }
.meter-correlation { height: 28px; }
.meter-time-label { margin-right: 4px; color: var(--hr-text-2); font-size: var(--hr-text-s); font-weight: 400; }
.meter-vu-dial { height: 92px; background: var(--hr-well); border-radius: var(--hr-radius-m); overflow: hidden; }
.meter-vu-numbers { display: flex; gap: 12px; font-size: var(--hr-text-m); }
.meter-vu-numbers > span::before { content: ""; display: inline-block; width: 8px; height: 3px; margin-right: 5px; border-radius: 1px; vertical-align: middle; }
.meter-vu-numbers > .meter-left::before { background: var(--hr-curve); }
.meter-vu-numbers > .meter-right::before { background: var(--hr-spectrum-post); }

@container meter (width < 860px) {
  .meter-layout { height: auto; grid-template: "head head head" auto "middle middle middle" minmax(310px, 1fr) "levels stereo vu" 320px / 190px minmax(0, 1.2fr) minmax(0, 1fr); }
  .meter-head { flex-wrap: wrap; }
  .meter-vu-dial { flex: 1; }
}
@container meter (width < 620px) {
  .meter-layout { grid-template: "head head" auto "middle middle" 330px "levels stereo" 330px "vu vu" 190px / 190px minmax(0, 1fr); }
  .meter-head .hr-select { max-width: 150px; }
}
@container meter (width < 460px) {
  .meter-layout { grid-template: "head" auto "middle" 430px "levels" 330px "stereo" 300px "vu" 190px / minmax(0, 1fr); }
  .meter-loudness { grid-template: "integrated" auto "words" auto "cells" auto / minmax(0, 1fr); }
  .meter-cells { grid-template-columns: repeat(3, minmax(0, auto)); }
}
@container meter (width >= 860px) and (height < 460px) {
  .meter-layout { grid-template: "head head head" auto "levels middle stereo" minmax(330px, 1fr) / 184px minmax(0, 1fr) 212px; }
  .meter-vu { display: none; }
}
@container meter (width >= 1120px) and (height >= 620px) {
  .meter-layout { grid-template-columns: 230px minmax(0, 1fr) 290px; }
  .meter-integrated dd { font-size: 60px; }
  .meter-distance { font-size: 15px; }
  .meter-meaning { font-size: 13px; }
  .meter-cells dd { font-size: 22px; }
  .meter-numbers td { font-size: 15px; }
  .meter-vu-dial { height: 124px; }
}
`;
