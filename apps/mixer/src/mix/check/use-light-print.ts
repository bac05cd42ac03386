import { useEffect } from "react";

/** Paper is light: the page has the light theme while it is printed. */
export function useLightPrint(): void {
  useEffect(() => {
    const root = document.documentElement;
    let shown: string | undefined;
    const begin = () => {
      shown = root.dataset["theme"];
      root.dataset["theme"] = "light";
    };
    const end = () => {
      if (shown !== undefined) root.dataset["theme"] = shown;
    };
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
}
