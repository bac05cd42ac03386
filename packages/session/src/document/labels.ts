/** What plugins and their parameters are called in the names of undo steps. */
export interface Labels {
  plugin(pluginId: string): string;
  parameter(pluginId: string, parameterId: string): string;
}

/** Names made from ids: "dev.headroom.parametric-eq" is "Parametric eq", "lowCut" is "low cut". */
export const ID_LABELS: Labels = {
  plugin(pluginId) {
    const words = inWords(pluginId.slice(pluginId.lastIndexOf(".") + 1));
    return words.charAt(0).toUpperCase() + words.slice(1);
  },
  parameter: (_, parameterId) => inWords(parameterId),
};

function inWords(id: string): string {
  return id.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/[-_.]+/g, " ").toLowerCase();
}
