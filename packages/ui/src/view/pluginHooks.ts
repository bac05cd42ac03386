import type { ParameterSpecs, ReadoutSpecs, ValueOf } from "@headroom/sdk";
import type { ParameterHandle, ReadoutHandle, ViewHost } from "@headroom/sdk/view";
import { createContext, useContext } from "react";
import { useParameter } from "../parameter/useParameter.js";

/** The host of the view that a component is drawn in; `createReactView` gives it. */
export const HostContext = createContext<ViewHost | undefined>(undefined);

/** A parameter as a component uses it. */
export interface Parameter<Value> {
  /** Its value now; the component is drawn again when it changes. */
  readonly value: Value;
  /** The value as text with its unit. */
  readonly text: string;
  /** To set it, and for controls. */
  readonly handle: ParameterHandle<Value>;
}

export interface PluginHooks<Params extends ParameterSpecs, Readouts extends ReadoutSpecs> {
  /** One of the plugin's parameters, by its id. */
  readonly useParam: <Id extends keyof Params>(id: Id) => Parameter<ValueOf<Params[Id]>>;
  /** One of the plugin's readouts, by its id. Read it in a frame callback: it does not draw the component again. */
  readonly useReadout: (id: keyof Readouts) => ReadoutHandle;
}

/**
 * Hooks whose ids and values come from a plugin's own statement, for components below its `createReactView`:
 * `const { useParam } = pluginHooks<typeof plugin>()`. The type is enough: a view need not import the DSP. `@mainThread`
 */
export function pluginHooks<Plugin extends { readonly params: ParameterSpecs; readonly readouts: ReadoutSpecs }>(): PluginHooks<Plugin["params"], Plugin["readouts"]> {
  return { useParam, useReadout };
}

function useParam(id: PropertyKey): Parameter<never> {
  const handle = useHost().params[id as string];
  if (!handle) throw new RangeError(`The plugin has no parameter "${String(id)}".`);
  const { text } = useParameter(handle);
  // The statement that the ids are taken from gives the values their types.
  return { value: handle.get(), text, handle } as Parameter<never>;
}

function useReadout(id: PropertyKey): ReadoutHandle {
  const readout = useHost().readouts[id as string];
  if (!readout) throw new RangeError(`The plugin has no readout "${String(id)}".`);
  return readout;
}

function useHost(): ViewHost {
  const host = useContext(HostContext);
  if (!host) throw new Error("This component is drawn outside a plugin's view; draw it below createReactView.");
  return host;
}
