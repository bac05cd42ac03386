/// <reference types="vite/client" />
import { decibels } from "@headroom/sdk";
import "../styles/index.css";
import { createReactView } from "./createReactView.js";
import { createMemoryHost } from "./memoryHost.js";
import { pluginHooks } from "./pluginHooks.js";

const plugin = { params: { gain: decibels({ min: -60, max: 12, default: 0 }) }, readouts: {} };
/** Ids of a statement that the plugin has left behind. */
const { useParam } = pluginHooks<{ readonly params: Record<string, (typeof plugin.params)["gain"]>; readonly readouts: Record<never, never> }>();

function OutdatedView() {
  return <p>{useParam("volume").text}</p>;
}

const { host } = createMemoryHost(plugin);
const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
root.style.cssText = "width:320px;height:200px";
createReactView<typeof plugin.params, typeof plugin.readouts>(OutdatedView, { width: 320, height: 200 }).mount(root, host);
