import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.js";
import { ErrorBoundary } from "./app/ErrorBoundary.js";
import { exposeForTests } from "./app/expose-for-tests.js";
import { RuntimeContext } from "./app/runtime.js";
import { showTheme } from "./app/theme.js";
import { unsupportedReason } from "./startup/browser-support.js";
import { createRuntime } from "./startup/create-runtime.js";
import { FatalMessage } from "./startup/FatalMessage.js";
import { start } from "./startup/start.js";
import { sentence } from "./status/notices.js";
import "@headroom/ui/styles.css";
import "./app/app.css";

showTheme();
const root = createRoot(document.getElementById("root") ?? document.body);

try {
  const reason = unsupportedReason();
  if (reason !== undefined) throw new Error(reason);
  const runtime = await createRuntime();
  exposeForTests(runtime);
  root.render(
    <StrictMode>
      <ErrorBoundary what="The mixer">
        <RuntimeContext value={runtime}>
          <App />
        </RuntimeContext>
      </ErrorBoundary>
    </StrictMode>,
  );
  performance.mark("headroom drawn");
  await start(runtime);
} catch (error) {
  root.render(<FatalMessage reason={sentence(error)} />);
}
