import { GRAPH_STYLES } from "./styles/graphStyles.js";
import { PANEL_STYLES } from "./styles/panelStyles.js";
import { SMALL_STYLES } from "./styles/smallStyles.js";

/** The equalizer's own layout; colours and controls are the theme's. */
export const EQ_STYLES = PANEL_STYLES + GRAPH_STYLES + SMALL_STYLES;
