import { bypass, choice, decibels, definePlugin, gainReduction } from "@headroom/sdk";
import type { ReadoutHandle } from "@headroom/sdk/view";
import { pluginHooks, type Parameter } from "./pluginHooks.js";

/** What the compiler must know in a view of a plugin's one statement. An error that is expected and does not come is an error. */

type Same<A, B> = [A, B] extends [B, A] ? true : false;
type Holds<Truth extends true> = Truth;

export const plugin = definePlugin({
  id: "com.acme.test",
  name: "Test",
  vendor: "Acme",
  version: "1.0.0",
  features: ["utility"],
  params: { gain: decibels({ min: -60, max: 12, default: 0 }), type: choice(["bell", "notch"], { default: "bell" }), off: bypass() },
  readouts: { reduction: gainReduction() },
  processor: () => ({ process: () => undefined }),
});
const { useParam, useReadout } = pluginHooks<typeof plugin>();

export function useFacts() {
  const gain = useParam("gain");
  const type = useParam("type");
  const off = useParam("off");
  const reduction = useReadout("reduction");
  type.handle.set("notch");
  // @ts-expect-error -- there is no such option
  type.handle.set("shelf");
  // @ts-expect-error -- there is no such parameter
  useParam("gian");
  // @ts-expect-error -- there is no such readout
  useReadout("peak");
  return { gain, type, off, reduction };
}

type Facts = ReturnType<typeof useFacts>;
export type Inferred = [
  Holds<Same<Facts["gain"], Parameter<number>>>,
  Holds<Same<Facts["type"]["value"], "bell" | "notch">>,
  Holds<Same<Facts["off"]["value"], boolean>>,
  Holds<Same<Facts["reduction"], ReadoutHandle>>,
];
