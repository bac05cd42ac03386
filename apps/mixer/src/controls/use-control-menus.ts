import { controlAt } from "@headroom/ui";
import { useEffect } from "react";
import { useRuntime } from "../app/runtime.js";
import { atPointer } from "../menu/menu-request.js";
import { midiSections } from "../midi/midi-menu.js";
import { openControlMenu } from "./control-menu.js";

/** Opens a control's menu by the right button, a long touch or the menu key, wherever on the page the control is. */
export function useControlMenus(): void {
  const runtime = useRuntime();
  useEffect(() => {
    // Before the strip or slot that the control stands in opens a menu of its own.
    const onContextMenu = (event: MouseEvent) => {
      const control = event.target instanceof Element ? controlAt(event.target) : undefined;
      if (!control || control.element.ariaDisabled === "true") return;
      event.preventDefault();
      event.stopPropagation();
      openControlMenu(control, atPointer({ clientX: event.clientX, clientY: event.clientY, currentTarget: control.element }), midiSections(runtime, control));
    };
    addEventListener("contextmenu", onContextMenu, { capture: true });
    return () => removeEventListener("contextmenu", onContextMenu, { capture: true });
  }, [runtime]);
}
