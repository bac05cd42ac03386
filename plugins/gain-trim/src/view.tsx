import { createReactView } from "@headroom/ui";
import { GainTrimView } from "./view/GainTrimView.js";

export default createReactView(GainTrimView, { width: 620, height: 368 });
