import type { Theme } from "@headroom/sdk/view";
import { Observable } from "../state/observable.js";

const KEY = "headroom.theme";

function initialTheme(): Theme {
  const stored = storedTheme();
  if (stored === "dark" || stored === "light") return stored;
  return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
}

/** The theme of the whole page. Stored; at first it is the system's. */
export const theme = new Observable<Theme>(initialTheme());

/** Puts the theme on the page, now and whenever it changes. @returns the undo. */
export function showTheme(): () => void {
  const show = () => document.documentElement.setAttribute("data-theme", theme.value);
  show();
  return theme.subscribe(show);
}

export function toggleTheme(): void {
  theme.set(theme.value === "dark" ? "light" : "dark");
  try {
    localStorage.setItem(KEY, theme.value);
  } catch {
    // A browser that keeps nothing for this page still shows both themes.
  }
}

function storedTheme(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
