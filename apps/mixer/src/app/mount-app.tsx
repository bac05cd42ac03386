import { type ComponentType, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { unsupportedReason } from "../startup/browser-support.js";
import { FatalMessage } from "../startup/FatalMessage.js";
import { type LoadAudio, start } from "../startup/start.js";
import { sentence } from "../status/notices.js";
import { ErrorBoundary } from "./ErrorBoundary.js";
import { exposeForTests } from "./expose-for-tests.js";
import { type Runtime, RuntimeContext } from "./runtime.js";
import { showTheme } from "./theme.js";
import "@headroom/ui/styles.css";
import "./app.css";

interface Page {
  /** The page as people name it: "The mixer". */
  readonly what: string;
  /** Whether its session is kept. */
  readonly isSaved: boolean;
  readonly App: ComponentType;
  /** Makes everything that the first picture needs. */
  readonly createRuntime: () => Promise<Runtime>;
  readonly loadAudio: LoadAudio;
}

/** Draws a page of the app and brings it to playing. What cannot be is said in its place. */
export async function mountApp({ what, isSaved, App, createRuntime, loadAudio }: Page): Promise<void> {
  showTheme();
  const root = createRoot(document.getElementById("root") ?? document.body);
  try {
    const reason = unsupportedReason();
    if (reason !== undefined) throw new Error(reason);
    const runtime = await createRuntime();
    exposeForTests(runtime);
    root.render(
      <StrictMode>
        <ErrorBoundary what={what} isSaved={isSaved}>
          <RuntimeContext value={runtime}>
            <App />
          </RuntimeContext>
        </ErrorBoundary>
      </StrictMode>,
    );
    performance.mark("headroom drawn");
    await start(runtime, loadAudio);
  } catch (error) {
    root.render(<FatalMessage reason={sentence(error)} />);
  }
}
