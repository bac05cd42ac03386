import type { View } from "@headroom/sdk/view";
import { expose, wrap } from "comlink";
import { FrameViewHost } from "./frame-view-host.js";
import { CONNECT, isPassedOn, type FrameKey, type FrameRequests, type FrameUpdates } from "./protocol.js";

/** The policy names no network of these; a frame within this one has another origin, out of the view's reach. */
const UNGOVERNED = /^(webkit)?RTC|^WebTransport|^WebSocketStream|^FencedFrame|^BroadcastChannel$|^SharedWorker$/;
for (const name of Object.getOwnPropertyNames(globalThis)) if (UNGOVERNED.test(name)) Reflect.deleteProperty(globalThis, name);

// A link leads out of the frame, and so ends it: also one to a place on this page.
addEventListener("click", (event) => event.target instanceof Element && event.target.closest("a[href], area[href]") && event.preventDefault(), { capture: true });

const host = parent;
addEventListener("message", function connect({ data, source, ports }: MessageEvent<unknown>) {
  const [port] = ports;
  if (source !== host || data !== CONNECT || !port) return;
  removeEventListener("message", connect);
  serve(port);
});

function serve(port: MessagePort): void {
  const remote = wrap<FrameRequests>(port);
  const ask = <Name extends keyof FrameRequests>(name: Name) => (...args: Parameters<FrameRequests[Name]>): void => {
    const call = remote[name] as (...values: unknown[]) => Promise<void>;
    call(...args).catch(() => undefined);
  };
  const requests: FrameRequests = { begin: ask("begin"), set: ask("set"), end: ask("end"), watch: ask("watch"), observe: ask("observe"), resize: ask("resize"), key: ask("key") };
  let view: FrameViewHost | undefined;
  const updates: Omit<FrameUpdates, "start"> & { start: (...args: Parameters<FrameUpdates["start"]>) => Promise<ReturnType<FrameUpdates["start"]>> } = {
    async start(setup) {
      const { mount, size } = await load(setup.bundle);
      view = new FrameViewHost(setup, requests);
      showTheme(setup.theme);
      const root = document.createElement("div");
      root.style.cssText = "width:100%;height:100%";
      document.body.append(root);
      mount(root, view);
      forwardKeys(requests);
      return { width: size.width, height: size.height };
    },
    parameters: (numbers) => view?.takeParameters(numbers),
    readouts: (numbers) => view?.takeReadouts(numbers),
    theme(theme) {
      showTheme(theme);
      view?.takeTheme(theme);
    },
  };
  expose(updates, port);
}

async function load(bundle: string): Promise<View> {
  const url = URL.createObjectURL(new Blob([bundle], { type: "text/javascript" }));
  try {
    const { default: view } = (await import(/* @vite-ignore */ url)) as { default?: View };
    if (typeof view?.mount !== "function") throw new TypeError("the bundle's default export is no view: it has no mount()");
    return view;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function showTheme(theme: string): void {
  document.documentElement.dataset["theme"] = theme;
}

const TEXT_FIELDS = "input:not([type=range]):not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]";

/** Tells the host of the mixer's keys, where the view leaves them alone. */
function forwardKeys({ key: tell }: FrameRequests): void {
  addEventListener("keydown", (event) => {
    const { target, key, code, altKey: alt, ctrlKey: ctrl, metaKey: meta, shiftKey: shift } = event;
    const pressed: FrameKey = { key, code, alt, ctrl, meta, shift };
    if (event.defaultPrevented || !isPassedOn(pressed) || !(target instanceof Element)) return;
    // Escape leaves a field and closes the window, as it does outside.
    if (key !== "Escape" && target.closest(TEXT_FIELDS)) return;
    if (key === " " && target.matches("button:focus-visible")) return;
    event.preventDefault();
    tell(pressed);
  });
}
