import { useRef } from "react";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { useObservable } from "../state/observable.js";
import { openMenu, type MenuAction } from "./menu-request.js";
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
        {request && (
          <Menu aria-label={request.label} className="menu" autoFocus="first" onClose={close}>
            {request.sections.map((section, index) => (
              <MenuSection key={index} className="menu-section" {...(section.title === undefined ? { "aria-label": request.label } : {})}>
                {section.title !== undefined && <Header className="menu-title">{section.title}</Header>}
                {section.actions.map((action) => (
                  <Item key={action.label} action={action} />
                ))}
              </MenuSection>
            ))}
          </Menu>
        )}
      </Popover>
    </>
  );
}

function Item({ action }: { action: MenuAction }) {
  return (
    <MenuItem
      className="menu-item"
      textValue={action.label}
      isDisabled={action.disabled ?? false}
      data-dangerous={action.dangerous || undefined}
      // After the menu has given the focus back, so that what the action focuses keeps it.
      onAction={() => setTimeout(action.run)}
    >
      {action.color !== undefined && <span className="menu-swatch" style={{ background: action.color }} />}
      <span className="menu-label">
        {action.label}
        {action.detail !== undefined && <span className="menu-detail">{action.detail}</span>}
      </span>
      {action.checked && <span aria-label="current">✓</span>}
      {action.shortcut !== undefined && <kbd className="menu-shortcut">{action.shortcut}</kbd>}
    </MenuItem>
  );
}
