import type { PluginOrigin } from "@headroom/session";

/** Where a plugin of the list comes from. */
export type Origin = PluginOrigin | { readonly kind: "built-in" };

/** An origin as people read it in a sentence or a list. */
export function originText(origin: Origin): string {
  switch (origin.kind) {
    case "built-in":
      return "Built-in";
    case "url":
      return origin.url;
    case "package":
      return `${origin.name} at ${origin.base}`;
    case "file":
      return origin.name;
  }
}

export function sameOrigin(a: Origin, b: Origin): boolean {
  return a.kind === b.kind && originText(a) === originText(b);
}
