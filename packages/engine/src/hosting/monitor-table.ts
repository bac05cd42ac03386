import type { Monitor } from "@headroom/session";
import type { MonitorControl } from "../api.js";
import { MONITOR_CONTROLS, type EngineMemory } from "../shared/engine-memory.js";
import { ControlTable } from "./control-table.js";
import { monitorControls } from "./strip-controls.js";

const ROW = "monitor";

/** The monitor's controls in shared memory. A bounce has none: there all are 0, the mix as it is. `@mainThread` */
export class MonitorTable {
  readonly #table: ControlTable<MonitorControl>;

  constructor(memory: EngineMemory) {
    this.#table = new ControlTable(memory.monitor, MONITOR_CONTROLS);
  }

  update(monitor: Monitor): void {
    this.#table.update(ROW, monitorControls(monitor));
  }

  set(control: MonitorControl, value: number): void {
    this.#table.set(ROW, control, value);
  }
}
