import type { ViewHost } from "@headroom/sdk/view";
import type { MeterParams, MeterReadouts } from "../params.js";

export type MeterHost = ViewHost<MeterParams, MeterReadouts>;
