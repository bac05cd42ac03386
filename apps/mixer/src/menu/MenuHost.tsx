import { useRef } from "react";
import { Popover } from "react-aria-components/Popover";
import { useObservable } from "../state/observable.js";
import { MenuList } from "./MenuList.js";
import { type MenuRequest, openMenu } from "./menu-request.js";
import { SearchableMenu } from "./SearchableMenu.js";
import { useInitialFocus } from "./use-initial-focus.js";
import "./menu.css";

/** Draws the menu that {@link openMenu} asks for. */
export function MenuHost() {
  const request = useObservable(openMenu);
  const anchor = useRef<HTMLDivElement>(null);
  const close = () => openMenu.set(undefined);
  const { x, y, width, height } = request?.place ?? { x: 0, y: 0, width: 0, height: 0 };
  return (
    <>
      <div ref={anchor} className="menu-anchor" style={{ left: x, top: y, width, height }} />
      <Popover aria-label={request?.label ?? ""} triggerRef={anchor} isOpen={request !== undefined} onOpenChange={(open) => !open && close()} placement="bottom start" offset={2} className="menu-popover">
        {request && <Content request={request} onClose={close} />}
      </Popover>
    </>
  );
}

function Content({ request, onClose }: { readonly request: MenuRequest; readonly onClose: () => void }) {
  const root = useRef<HTMLDivElement>(null);
  useInitialFocus(root);
  return (
    <div ref={root} className="menu-content">
      {request.search === undefined ? <MenuList request={request} onClose={onClose} /> : <SearchableMenu request={request} search={request.search} onClose={onClose} />}
    </div>
  );
}
