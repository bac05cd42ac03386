import type { BandNumber } from "../../params.js";
import type { Band, EqHost } from "./band.js";
import { BandSelection } from "./bandSelection.js";
import { EqModel } from "./eqModel.js";
import { linkBands } from "./linkHandles.js";
import { Listening } from "./listening.js";

/** What all parts of one open view share. `@mainThread` */
export class EqEditor {
  readonly host: EqHost;
  readonly model: EqModel;
  readonly selection = new BandSelection();
  readonly listening: Listening;
  /** A band whose token takes the keyboard's focus when it appears. */
  focusWanted: BandNumber | undefined;

  constructor(host: EqHost) {
    this.host = host;
    this.model = new EqModel(host);
    this.listening = new Listening(host.params.listen);
  }

  /** The selected bands, in the order in which they were selected. */
  get selected(): readonly Band[] {
    return this.selection.state().selected.map((number) => this.model.band(number));
  }

  /** A band whose handles move all selected bands with it, if it is one of them. */
  group(number: BandNumber): Band {
    const first = this.model.band(number);
    const others = this.selection.has(number) ? this.selected.filter((band) => band !== first) : [];
    return linkBands(first, others);
  }

  /** The bands that an edit of one band is for: all selected ones if it is one of them. */
  concerned(number: BandNumber): readonly Band[] {
    return this.selection.has(number) ? this.selected : [this.model.band(number)];
  }

  /** Follows the host while the view is open. @returns the undo. */
  attach(): () => void {
    const undo = [this.model.attach(), this.listening.attach()];
    // A band that left the graph can no longer be selected.
    undo.push(this.model.subscribeUse(() => {
      for (const band of this.selected) if (!this.model.inUse.includes(band)) this.selection.remove(band.number);
    }));
    return () => {
      for (const each of undo) each();
    };
  }
}
