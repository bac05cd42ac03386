import type { ParameterSpecs, PluginDescriptor, ReadoutSpecs } from "@headroom/sdk";
import { readoutLength } from "@headroom/sdk";
import type { ReadoutHandle, Theme, ViewHost } from "@headroom/sdk/view";
import type { Runtime } from "../app/runtime.js";
import { theme } from "../app/theme.js";

/** All that the view of an insert may touch: that insert's parameters and readouts, the theme. */
export function createViewHost(runtime: Runtime, insertId: string, descriptor: PluginDescriptor): ViewHost<ParameterSpecs, ReadoutSpecs> {
  const params = Object.fromEntries(
    Object.entries(descriptor.params).map(([id, spec]) => [id, runtime.handles.parameter(insertId, id, spec)]),
  );
  const readouts = Object.fromEntries(
    Object.entries(descriptor.readouts).map(([id, spec]) => [id, readoutHandle(runtime.engine, insertId, id, readoutLength(spec))]),
  );
  return {
    // Handles are made from the same statements that the type is inferred from.
    params: params as ViewHost["params"],
    readouts,
    sampleRate: runtime.context.sampleRate,
    get theme(): Theme {
      return theme.value;
    },
    subscribeTheme: (listener) => theme.subscribe(() => listener(theme.value)),
  };
}

/** A readout of an insert, over all restarts of its processor. */
export function readoutHandle(engine: Runtime["engine"], insertId: string, id: string, length: number): ReadoutHandle {
  const silence = new Float32Array(length);
  return {
    read: () => engine.value?.readouts(insertId)?.read(id) ?? silence,
    observe() {
      let undo: (() => void) | undefined;
      let source: unknown;
      // An insert that is started anew has another source; whoever looks goes on looking.
      const look = () => {
        const now = engine.value?.readouts(insertId);
        if (now === source) return;
        undo?.();
        source = now;
        undo = now?.observe(id);
      };
      const stop = engine.value?.subscribe(look);
      look();
      return () => {
        stop?.();
        undo?.();
      };
    },
  };
}
