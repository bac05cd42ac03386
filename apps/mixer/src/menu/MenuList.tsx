import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import type { MenuAction, MenuRequest } from "./menu-request.js";

interface MenuListProps {
  readonly request: MenuRequest;
  readonly onClose: () => void;
  /** Whether the focus stays in a search field, from which arrows go through the list. */
  readonly searched?: boolean;
}

/** A menu's sections and what can be chosen in them. */
export function MenuList({ request, onClose, searched = false }: MenuListProps) {
  return (
    <Menu
      aria-label={request.label}
      className="menu"
      onClose={onClose}
      {...(searched ? { renderEmptyState: () => <p className="menu-empty">Nothing of that name.</p> } : { autoFocus: "first" })}
    >
      {request.sections.map((section, index) => (
        <MenuSection key={index} className="menu-section" data-stays={section.stays || undefined} {...(section.title === undefined ? { "aria-label": request.label } : {})}>
          {section.title !== undefined && <Header className="menu-title">{section.title}</Header>}
          {section.actions.map((action) => (
            <Item key={action.label} action={action} />
          ))}
        </MenuSection>
      ))}
    </Menu>
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
