import type { PluginDescriptor } from "@headroom/sdk";
import type { View } from "@headroom/sdk/view";
import { GenericView } from "@headroom/ui";
import { useEffect, useMemo, useRef, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import type { LoadedView } from "../plugins/plugin-catalog.js";
import { useObservable } from "../state/observable.js";
import { notify, sentence } from "../status/notices.js";
import { FramedView } from "./FramedView.js";
import { createViewHost } from "./plugin-host.js";

interface PluginContentProps {
  readonly insertId: string;
  readonly descriptor: PluginDescriptor;
}

type Loaded = { readonly view: LoadedView } | { readonly fault: string };

/** A plugin's view; without one, or when it fails, controls drawn from its parameters. */
export function PluginContent({ insertId, descriptor }: PluginContentProps) {
  const runtime = useRuntime();
  const { id, name } = descriptor;
  // Changes when the plugin is loaded anew, be it its view alone.
  const entry = useObservable(runtime.plugins.entries).find((one) => one.descriptor === descriptor);
  const host = useMemo(() => createViewHost(runtime, insertId, descriptor), [runtime, insertId, descriptor]);
  const [loaded, setLoaded] = useState<Loaded>();

  useEffect(() => {
    let isWanted = true;
    const take = (result: Loaded) => isWanted && setLoaded(result);
    runtime.plugins.loadView(id).then(
      (view) => take({ view }),
      (error: unknown) => take({ fault: sentence(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [runtime, id, entry]);

  if (!loaded) return <p className="window-note">Loading the view of {name}…</p>;
  if ("fault" in loaded) {
    return (
      <>
        <p className="window-note" role="alert">
          These are the plain controls of {name}. {loaded.fault}
        </p>
        <GenericView host={host} />
      </>
    );
  }
  if (!loaded.view) return <GenericView host={host} />;
  if ("page" in loaded.view) return <MountedView view={loaded.view.page} host={host} />;
  const fail = (reason: string) => {
    const fault = `The view of ${name} was closed: ${reason}.`;
    notify("warning", fault, "line");
    setLoaded({ fault });
  };
  return <FramedView key={loaded.view.frame} bundle={loaded.view.frame} host={host} descriptor={descriptor} insertId={insertId} onFailure={fail} />;
}

function MountedView({ view, host }: { readonly view: View; readonly host: ReturnType<typeof createViewHost> }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => (element.current ? view.mount(element.current, host) : undefined), [view, host]);
  return <div ref={element} className="window-view" style={{ ...view.size }} />;
}
