import type { ViewHost } from "@headroom/sdk/view";
import { Component, type ReactNode } from "react";
import { GenericView } from "./GenericView.js";

interface ViewBoundaryProps {
  readonly host: ViewHost;
  readonly children: ReactNode;
}

/** Where a view's component throws while it is drawn, says why and shows the plugin's plain controls in its place. */
export class ViewBoundary extends Component<ViewBoundaryProps, { readonly fault?: string }> {
  override state: { readonly fault?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error && error.message !== "" ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { host, children } = this.props;
    const { fault } = this.state;
    if (fault === undefined) return children;
    return (
      <div className="hr-view-fault">
        <p role="alert">The view threw “{fault}” while it was drawn; these are the plain controls. The console says where.</p>
        <GenericView host={host} />
      </div>
    );
  }
}
