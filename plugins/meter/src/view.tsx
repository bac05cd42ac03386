import { createReactView } from "@headroom/ui";
import { MeterView } from "./view/MeterView.js";

export default createReactView(MeterView, { width: 920, height: 560 });
