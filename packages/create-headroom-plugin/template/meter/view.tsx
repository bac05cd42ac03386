import { createReactView, Knob, LevelText, MeterCanvas, pluginHooks, ToggleButton } from "@headroom/ui";
import type { ViewProps } from "@headroom/ui";
import { useState } from "react";
import type plugin from "./index.js";
import type { Params, Readouts } from "./params.js";

const { useParam, useReadout } = pluginHooks<typeof plugin>();

// The theme's colours are there as --hr-…, in both themes.
const STYLES = `
  .level-meter { display: grid; grid-template-columns: 1fr 96px; gap: 12px; height: 100%; box-sizing: border-box; padding: 12px; }
  .level-meter-bars { min-height: 0; }
  .level-meter-bars .hr-meter { height: 100%; }
  .level-meter-side { display: flex; flex-direction: column; align-items: center; justify-content: space-between; }
  .level-meter-number { font: 600 18px/1.2 system-ui, sans-serif; font-variant-numeric: tabular-nums; color: var(--hr-text); text-align: center; }
  .level-meter-number small { display: block; font-weight: 400; font-size: 11px; color: var(--hr-text-2); }
`;

function LevelMeterView(_: ViewProps<Params, Readouts>) {
  const fall = useParam("fall");
  const hold = useParam("hold");
  const peak = useReadout("peak");
  const held = useReadout("held");
  const rms = useReadout("rms");
  // Read at every frame: the same object every time, for nothing to be collected.
  const [levels] = useState(() => ({ peak: peak.read(), hold: held.read(), rms: rms.read(), clipped: false }));
  const read = () => {
    peak.read();
    rms.read();
    levels.clipped = loudest(held.read()) >= 0;
    return levels;
  };
  return (
    <div className="level-meter">
      <style>{STYLES}</style>
      <div className="level-meter-bars">
        <MeterCanvas name="Level" read={read} showScale />
      </div>
      <div className="level-meter-side">
        <div className="level-meter-number">
          <LevelText read={() => loudest(held.read())} unit="dBFS" hotAt={0} />
          <small>highest peak</small>
        </div>
        <Knob handle={fall.handle} size={44} />
        <ToggleButton handle={hold.handle} />
      </div>
    </div>
  );
}

const loudest = (sides: Float32Array) => Math.max(sides[0], sides[1]);

export default createReactView(LevelMeterView, { width: 320, height: 320 });
