import { formatParameter, toNumber } from "@headroom/sdk";
import type { ValueLabels } from "@headroom/session";
import type { PluginCatalog } from "../plugins/plugin-catalog.js";

/** What plugins, parameters and their values are called. */
export function valueLabels(plugins: PluginCatalog): ValueLabels {
  return {
    ...plugins.labels,
    value(pluginId, parameterId, value) {
      const spec = plugins.descriptor(pluginId)?.params[parameterId];
      return spec ? formatParameter(spec, toNumber(spec, value)) : String(value);
    },
  };
}
