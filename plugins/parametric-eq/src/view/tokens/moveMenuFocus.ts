import type { KeyboardEvent } from "react";

/** Keys of a menu with columns: up and down through all its items, left and right to the next column, Escape and Tab close it. */
export function moveMenuFocus(event: KeyboardEvent<HTMLElement>, onClose: () => void): void {
  const menu = event.currentTarget;
  const items = [...menu.querySelectorAll<HTMLElement>("button")];
  const at = items.findIndex((item) => item === document.activeElement);
  if (event.key === "Escape" || event.key === "Tab") onClose();
  else if (event.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
  else if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length]?.focus();
  else if (event.key === "ArrowRight" || event.key === "ArrowLeft") nextColumn(menu, event.key === "ArrowRight" ? 1 : -1)?.focus();
  else if (event.key === "Home") items[0]?.focus();
  else if (event.key === "End") items.at(-1)?.focus();
  else if (event.key === "Enter" || event.key === " ") return event.stopPropagation();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The item of the next column that is chosen there, else its first. */
function nextColumn(menu: HTMLElement, direction: 1 | -1): HTMLElement | null | undefined {
  const columns = [...menu.querySelectorAll<HTMLElement>("[role=group]")];
  const at = columns.findIndex((column) => column.contains(document.activeElement));
  const next = columns[(at + direction + columns.length) % columns.length];
  return next?.querySelector<HTMLElement>("[aria-checked=true]") ?? next?.querySelector<HTMLElement>("button");
}
