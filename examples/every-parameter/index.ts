import { definePlugin } from "@headroom/sdk";
import { stripParams } from "./params.js";
import { StripProcessor } from "./processor.js";

/** A small channel strip without a view: the host draws one from the parameters. */
export default definePlugin({
  id: "com.acme.small-strip",
  name: "Small Strip",
  vendor: "Acme",
  version: "1.0.0",
  features: ["utility", "filter"],
  params: stripParams,
  presets: [{ name: "Thin and far", values: { lowCut: 300, slope: "12", width: 60, gain: -6 } }],
  processor: (context) => new StripProcessor(context),
});
