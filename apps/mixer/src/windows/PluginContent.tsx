import type { PluginDescriptor } from "@headroom/sdk";
import type { View } from "@headroom/sdk/view";
import { GenericView } from "@headroom/ui";
import { useEffect, useMemo, useRef, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { sentence } from "../status/notices.js";
import { createViewHost } from "./plugin-host.js";

interface PluginContentProps {
  readonly insertId: string;
  readonly descriptor: PluginDescriptor;
}

type Loaded = { readonly view: View } | { readonly none: true } | { readonly fault: string };

/** A plugin's view; without one, controls drawn from its parameters. */
export function PluginContent({ insertId, descriptor }: PluginContentProps) {
  const runtime = useRuntime();
  const host = useMemo(() => createViewHost(runtime, insertId, descriptor), [runtime, insertId, descriptor]);
  const [loaded, setLoaded] = useState<Loaded>();

  useEffect(() => {
    let isWanted = true;
    const take = (result: Loaded) => isWanted && setLoaded(result);
    runtime.plugins.loadView(descriptor.id).then(
      (view) => take(view ? { view } : { none: true }),
      (error: unknown) => take({ fault: sentence(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [runtime, descriptor]);

  if (!loaded) return <p className="window-note">Loading the view of {descriptor.name}…</p>;
  if ("view" in loaded) return <MountedView view={loaded.view} host={host} />;
  return (
    <>
      {"fault" in loaded && <p className="window-note" role="alert">The view of {descriptor.name} did not load, so these are its plain controls. {loaded.fault}</p>}
      <GenericView host={host} />
    </>
  );
}

function MountedView({ view, host }: { readonly view: View; readonly host: ReturnType<typeof createViewHost> }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => (element.current ? view.mount(element.current, host) : undefined), [view, host]);
  return <div ref={element} className="window-view" style={view.size} />;
}
