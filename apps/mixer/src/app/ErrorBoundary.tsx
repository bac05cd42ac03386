import { Component, type ErrorInfo, type ReactNode } from "react";
import { sentence } from "../status/notices.js";

interface Props {
  /** What is inside, as people name it: "The mixer". */
  readonly what: string;
  /** Whether what was done until now is kept. */
  readonly isSaved?: boolean;
  readonly children: ReactNode;
}

/** Keeps a fault in one part of the page to that part, and says so there. */
export class ErrorBoundary extends Component<Props, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    if (!("error" in this.state)) return this.props.children;
    return (
      <div role="alert" className="fault">
        <p>
          {this.props.what} could not be shown: {sentence(this.state.error)}
          {this.props.isSaved !== false && " Your session is saved."}
        </p>
        <button type="button" className="hr-button" onClick={() => location.reload()}>
          Load the page again
        </button>
      </div>
    );
  }
}
