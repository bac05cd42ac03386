import { createReactView } from "@headroom/ui";
import { EqView } from "./view/EqView.js";

export default createReactView(EqView, { width: 980, height: 620 });
