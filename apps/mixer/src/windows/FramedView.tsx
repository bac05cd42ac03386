import { openViewFrame, type FrameKey, type FrameSize } from "@headroom/engine";
import type { PluginDescriptor } from "@headroom/sdk";
import { onFrame } from "@headroom/ui";
import styles from "@headroom/ui/styles.css?inline";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { createViewHost } from "./plugin-host.js";
import { raiseWindow } from "./open-windows.js";

interface FramedViewProps {
  readonly bundle: string;
  readonly host: ReturnType<typeof createViewHost>;
  readonly descriptor: PluginDescriptor;
  readonly insertId: string;
  /** Takes the end of a sentence; the view is gone then. */
  readonly onFailure: (reason: string) => void;
}

const FIRST_SIZE = { width: 360, height: 220 };

/** A third-party view in its sandboxed frame. */
export function FramedView({ bundle, host, descriptor, insertId, onFailure }: FramedViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<FrameSize>();
  const fail = useEffectEvent(onFailure);
  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    const frame = openViewFrame(parent, {
      title: `View of ${descriptor.name}`,
      bundle,
      params: descriptor.params,
      readouts: descriptor.readouts,
      host,
      styles,
      onFrame,
      onSize: setSize,
      onKey: (key) => press(frame.element, key),
      onFailure: (reason) => fail(reason),
    });
    // A click in a frame is no event of this page, but takes the focus from it.
    const raise = () => document.activeElement === frame.element && raiseWindow(insertId);
    addEventListener("blur", raise);
    return () => {
      removeEventListener("blur", raise);
      frame.dispose();
    };
  }, [bundle, host, descriptor, insertId]);
  return <div ref={place} className="window-view window-frame" style={{ ...(size ?? FIRST_SIZE) }} data-drawn={size !== undefined || undefined} />;
}

/** Presses a key again where it bubbles to the window and the app's own keys. */
function press(element: Element, { key, code, alt, ctrl, meta, shift }: FrameKey): void {
  element.dispatchEvent(new KeyboardEvent("keydown", { key, code, altKey: alt, ctrlKey: ctrl, metaKey: meta, shiftKey: shift, bubbles: true, cancelable: true }));
}
