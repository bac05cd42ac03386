import type { EqEditor } from "../bands/eqEditor.js";
import type { GraphArea } from "../graph/graphArea.js";

/** What a token of the graph works with. */
export interface TokenSurroundings {
  readonly editor: EqEditor;
  /** The graph that the token lies on. */
  readonly area: GraphArea;
  /** dB at the graph's top; its bottom is the negative. */
  readonly rangeDb: number;
  /** Asks for the band's menu, at a place of the window. */
  readonly onMenu: (clientX: number, clientY: number) => void;
  /** Asks for a field to type the band's values into. @param text - typed already. */
  readonly onType: (text: string) => void;
}
