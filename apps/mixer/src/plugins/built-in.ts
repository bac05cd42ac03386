import eqManifest from "@headroom/parametric-eq/headroom-plugin.json?raw";
import eqProcessor from "@headroom/parametric-eq/processor.js?url";
import eqView from "@headroom/parametric-eq/view-bundle.js?url";
import gainManifest from "@headroom/gain-trim/headroom-plugin.json?raw";
import gainProcessor from "@headroom/gain-trim/processor.js?url";
import gainView from "@headroom/gain-trim/view-bundle.js?url";
import meterManifest from "@headroom/meter/headroom-plugin.json?raw";
import meterProcessor from "@headroom/meter/processor.js?url";
import meterView from "@headroom/meter/view-bundle.js?url";
import type { View } from "@headroom/sdk/view";

/** A plugin that comes with the mixer: a package like any other, and its view as a part of the page. */
export interface BuiltInPlugin {
  readonly id: string;
  /** JSON. */
  readonly manifest: string;
  /** Addresses of its bundles, by their names in the manifest. */
  readonly files: Readonly<Record<string, string>>;
  readonly view: () => Promise<{ readonly default: View }>;
}

export const EQ_ID = "dev.headroom.parametric-eq";
export const GAIN_ID = "dev.headroom.gain-trim";
export const METER_ID = "dev.headroom.meter";

// A view is written for its own plugin's parameters; the host that mounts it builds exactly those.
const anyView = (load: () => Promise<unknown>) => load as () => Promise<{ readonly default: View }>;
const files = (processor: string, view: string) => ({ "processor.js": processor, "view-bundle.js": view });

export const BUILT_IN_PLUGINS: readonly BuiltInPlugin[] = [
  { id: EQ_ID, manifest: eqManifest, files: files(eqProcessor, eqView), view: anyView(() => import("@headroom/parametric-eq/view")) },
  { id: GAIN_ID, manifest: gainManifest, files: files(gainProcessor, gainView), view: anyView(() => import("@headroom/gain-trim/view")) },
  { id: METER_ID, manifest: meterManifest, files: files(meterProcessor, meterView), view: anyView(() => import("@headroom/meter/view")) },
];
