import { Canvas, createReactView, Knob, LevelText, pluginHooks, ToggleButton } from "@headroom/ui";
import type { Drawing, ViewProps } from "@headroom/ui";
import type plugin from "./index.js";
import type { Params, Readouts } from "./params.js";
import { reductionDb } from "./static-curve.js";

const { useParam, useReadout } = pluginHooks<typeof plugin>();

/** Lowest level of the drawing, dBFS. */
const LOWEST_DB = -60;

// The theme's colours are there as --hr-…, in both themes.
const STYLES = `
  .compressor { display: grid; grid-template-columns: 200px 1fr; gap: 16px; height: 100%; box-sizing: border-box; padding: 12px; }
  .compressor-curve { border-radius: 6px; overflow: hidden; background: var(--hr-well); }
  .compressor-controls { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; justify-items: center; align-content: space-between; }
  .compressor-reduction { font: 600 15px/1.2 system-ui, sans-serif; font-variant-numeric: tabular-nums; color: var(--hr-text); text-align: center; }
  .compressor-reduction small { display: block; font-weight: 400; font-size: 11px; color: var(--hr-text-2); }
`;

function CompressorView(_: ViewProps<Params, Readouts>) {
  const threshold = useParam("threshold");
  const ratio = useParam("ratio");
  const attack = useParam("attack");
  const release = useParam("release");
  const makeup = useParam("makeup");
  const external = useParam("external");
  const reduction = useReadout("reduction");

  const draw = ({ context, width, height, palette }: Drawing) => {
    const x = (levelDb: number) => (1 - levelDb / LOWEST_DB) * width;
    const y = (levelDb: number) => (levelDb / LOWEST_DB) * height;
    context.strokeStyle = palette["grid-strong"];
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(x(LOWEST_DB), y(LOWEST_DB));
    context.lineTo(x(0), y(0));
    context.moveTo(x(threshold.value), 0);
    context.lineTo(x(threshold.value), height);
    context.stroke();
    context.strokeStyle = palette.accent;
    context.lineWidth = 2;
    context.beginPath();
    for (let levelDb = LOWEST_DB; levelDb <= 0; levelDb++) context.lineTo(x(levelDb), y(levelDb + reductionDb(levelDb, threshold.value, ratio.value)));
    context.stroke();
  };

  return (
    <div className="compressor">
      <style>{STYLES}</style>
      <div className="compressor-curve">
        <Canvas draw={draw} />
      </div>
      <div className="compressor-controls">
        <Knob handle={threshold.handle} size={44} />
        <Knob handle={ratio.handle} size={44} format={(number) => `${number.toFixed(1)} : 1`} />
        <Knob handle={makeup.handle} size={44} />
        <Knob handle={attack.handle} size={44} />
        <Knob handle={release.handle} size={44} />
        <div className="compressor-reduction">
          <LevelText read={() => reduction.read()[0]} unit="dB" />
          <small>reduction</small>
        </div>
        <ToggleButton handle={external.handle} />
      </div>
    </div>
  );
}

export default createReactView(CompressorView, { width: 520, height: 260 });
