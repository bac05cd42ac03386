import { FolderOpen } from "lucide-react";
import { type SyntheticEvent, useId, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { completeAddress } from "./complete-address.js";
import { choosePluginFiles, loadFrom, pluginUnderWay } from "./load-plugin.js";

const DEFAULT_BASE = "http://localhost:5173/node_modules/";

/** Adds a plugin from an address, an npm package of the developer's own project, or files. @param fault - what is wrong with the last one, said here because nothing outside of a dialog is heard. */
export function AddPlugin({ fault, onFault }: { readonly fault: string | undefined; readonly onFault: (fault: string | undefined) => void }) {
  const runtime = useRuntime();
  const underWay = useObservable(pluginUnderWay);
  const [kind, setKind] = useState<"url" | "package">("url");
  const [text, setText] = useState("");
  const [base, setBase] = useState(DEFAULT_BASE);
  const faultId = useId();
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    // A disabled button would lose the focus, and with it the dialog's keys.
    if (text.trim() === "" || underWay !== undefined) return;
    const wrong = await loadFrom(runtime, kind === "url" ? { kind, url: completeAddress(text.trim()) } : { kind, name: text.trim(), base: completeAddress(base.trim()) });
    onFault(wrong);
    if (wrong === undefined) setText("");
  };
  return (
    <form className="plugin-add" aria-label="Add a plugin" onSubmit={(event) => void add(event)}>
      <select aria-label="Add from" value={kind} onChange={({ target }) => setKind(target.value === "url" ? "url" : "package")}>
        <option value="url">Address</option>
        <option value="package">npm package</option>
      </select>
      <input aria-label={kind === "url" ? "Address of the plugin" : "Name of the package"} aria-invalid={fault !== undefined} aria-describedby={fault === undefined ? undefined : faultId} placeholder={kind === "url" ? "https://example.com/tremolo/headroom-plugin.json" : "@acme/tremolo"} value={text} onChange={({ target }) => setText(target.value)} />
      {kind === "package" && <input aria-label="Address of node_modules" value={base} onChange={({ target }) => setBase(target.value)} />}
      <button type="submit" className="hr-button" aria-disabled={text.trim() === "" || underWay !== undefined}>
        {underWay === undefined ? "Add" : "Adding…"}
      </button>
      <button type="button" className="hr-button" onClick={() => choosePluginFiles(runtime, onFault)}>
        <FolderOpen size={14} aria-hidden="true" /> Choose files
      </button>
      {fault !== undefined && (
        <p id={faultId} className="plugin-add-fault" role="alert">
          {fault}
        </p>
      )}
      <p className="plugin-add-note">Files may also be dropped on the mixer, as they are or in a zip. A plugin reaches its audio and its parameters and nothing else. It is kept in this browser, and other code than this asks you first.</p>
    </form>
  );
}
