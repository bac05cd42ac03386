import type { ParameterSpecs, ReadoutSpecs } from "@headroom/sdk";
import type { View, ViewHost } from "@headroom/sdk/view";
import { StrictMode, useCallback, useSyncExternalStore } from "react";
import type { ComponentType, ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { HostContext } from "./pluginHooks.js";
import { ViewBoundary } from "./ViewBoundary.js";

/** What a plugin's view component is given. */
export interface ViewProps<Params extends ParameterSpecs, Readouts extends ReadoutSpecs> {
  readonly host: ViewHost<Params, Readouts>;
}

/**
 * A plugin view made of a React component. The component follows the host's theme and fills the element. Where it throws
 * while it is drawn, the view says so and shows the plugin's plain controls.
 * @param size - CSS pixels that the view asks for.
 */
export function createReactView<Params extends ParameterSpecs, Readouts extends ReadoutSpecs>(
  Component: ComponentType<ViewProps<Params, Readouts>>,
  size: { readonly width: number; readonly height: number },
): View<Params, Readouts> {
  return {
    size,
    mount(element, host) {
      const container = element.ownerDocument.createElement("div");
      container.style.cssText = "width:100%;height:100%";
      element.append(container);
      const root = createRoot(container);
      root.render(
        <StrictMode>
          <Themed host={host}>
            <Component host={host} />
          </Themed>
        </StrictMode>,
      );
      return () => {
        container.remove();
        // React refuses to unmount a root while it renders another, as a host's own effect may be doing.
        queueMicrotask(() => root.unmount());
      };
    },
  };
}

function Themed({ host, children }: { readonly host: ViewHost; readonly children: ReactNode }) {
  const subscribe = useCallback((listener: () => void) => host.subscribeTheme(listener), [host]);
  const theme = useSyncExternalStore(subscribe, () => host.theme);
  return (
    <div className="hr-view" data-theme={theme}>
      <HostContext value={host}>
        <ViewBoundary host={host}>{children}</ViewBoundary>
      </HostContext>
    </div>
  );
}
