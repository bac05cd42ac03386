import { createReactView, FrequencyCurve, Knob, pluginHooks } from "@headroom/ui";
import type { ViewProps } from "@headroom/ui";
import type plugin from "./index.js";
import type { Params } from "./params.js";
import { responseDb } from "./response.js";

const { useParam } = pluginHooks<typeof plugin>();

// The theme's colours are there as --hr-…, in both themes.
const STYLES = `
  .filter { display: flex; flex-direction: column; gap: 12px; height: 100%; box-sizing: border-box; padding: 12px; }
  .filter-curve { flex: 1; min-height: 0; border-radius: 6px; overflow: hidden; background: var(--hr-well); }
  .filter-knobs { display: flex; justify-content: center; gap: 40px; }
`;

function FilterView({ host }: ViewProps<Params, {}>) {
  const cutoff = useParam("cutoff");
  const resonance = useParam("resonance");
  const response = (frequenciesHz: Float64Array, responsesDb: Float64Array) => {
    for (let i = 0; i < frequenciesHz.length; i++) responsesDb[i] = responseDb(frequenciesHz[i], cutoff.value, resonance.value, host.sampleRate);
  };
  return (
    <div className="filter">
      <style>{STYLES}</style>
      <div className="filter-curve">
        <FrequencyCurve response={response} rangeDb={24} labels />
      </div>
      <div className="filter-knobs">
        <Knob handle={cutoff.handle} size={52} />
        <Knob handle={resonance.handle} size={52} />
      </div>
    </div>
  );
}

export default createReactView(FilterView, { width: 420, height: 300 });
