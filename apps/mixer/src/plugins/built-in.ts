import eqProcessor from "@headroom/parametric-eq/processor.js?url";
import gainProcessor from "@headroom/gain-trim/processor.js?url";
import meterProcessor from "@headroom/meter/processor.js?url";
import type { View } from "@headroom/sdk/view";

/** A plugin that comes with the mixer. */
export interface BuiltInPlugin {
  readonly id: string;
  /** Of its processor's module. */
  readonly url: string;
  readonly view: () => Promise<{ readonly default: View }>;
}

export const EQ_ID = "dev.headroom.parametric-eq";
export const GAIN_ID = "dev.headroom.gain-trim";
export const METER_ID = "dev.headroom.meter";

// A view is written for its own plugin's parameters; the host that mounts it builds exactly those.
const anyView = (load: () => Promise<unknown>) => load as () => Promise<{ readonly default: View }>;

export const BUILT_IN_PLUGINS: readonly BuiltInPlugin[] = [
  { id: EQ_ID, url: eqProcessor, view: anyView(() => import("@headroom/parametric-eq/view")) },
  { id: GAIN_ID, url: gainProcessor, view: anyView(() => import("@headroom/gain-trim/view")) },
  { id: METER_ID, url: meterProcessor, view: anyView(() => import("@headroom/meter/view")) },
];
