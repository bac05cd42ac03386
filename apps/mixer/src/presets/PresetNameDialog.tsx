import { useId, useState } from "react";
import { Dialog } from "../app/Dialog.js";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { findInsert } from "../session/find-insert.js";
import { useObservable } from "../state/observable.js";
import { PRESET_NAME_LENGTH } from "@headroom/session/limits";
import { presetNaming, type PresetNaming } from "./preset-name-dialog.js";
import { savePreset } from "./user-presets.js";
import "./presets.css";

/** Asks for a preset's name: to save an insert's values under it, or to call a preset so. */
export function PresetNameDialog() {
  const naming = useObservable(presetNaming);
  return (
    <Dialog title={naming?.kind === "rename" ? "Rename preset" : "Save preset"} isOpen={naming !== undefined} onClose={() => presetNaming.set(undefined)}>
      {naming && <NameForm naming={naming} />}
    </Dialog>
  );
}

function NameForm({ naming }: { readonly naming: PresetNaming }) {
  const runtime = useRuntime();
  const { document, plugins, presets } = runtime;
  const noteId = useId();
  const renamed = naming.kind === "rename" ? presets.get(naming.presetId) : undefined;
  const [name, setName] = useState(naming.kind === "rename" ? (renamed?.name ?? "") : naming.name);
  const insert = naming.kind === "save" ? findInsert(document.snapshot(), naming.insertId)?.insert : undefined;
  const descriptor = plugins.descriptor(renamed?.plugin ?? insert?.plugin ?? "");
  const taken = descriptor && presets.named(descriptor.id, name);
  const isTaken = taken !== undefined && taken.id !== renamed?.id;

  const take = () => {
    if (renamed) return attempt(() => presets.update(renamed.id, { name }));
    return insert !== undefined && descriptor !== undefined && savePreset(runtime, insert, descriptor, name);
  };
  const note = !isTaken ? "" : renamed ? `“${taken.name}” is there already; choose another name.` : `“${taken.name}” is there already; its values will be replaced.`;
  return (
    <form
      className="preset-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (take()) presetNaming.set(undefined);
      }}
    >
      <label>
        Name
        <input autoFocus value={name} maxLength={PRESET_NAME_LENGTH} spellCheck={false} autoComplete="off" aria-describedby={noteId} onChange={(event) => setName(event.target.value)} onFocus={(event) => event.target.select()} />
      </label>
      <p id={noteId} className="preset-note" role="status">
        {note}
      </p>
      <div className="dialog-actions">
        <button type="button" className="hr-button" onClick={() => presetNaming.set(undefined)}>
          Cancel
        </button>
        <button type="submit" className="hr-button primary" disabled={name.trim() === "" || (isTaken && renamed !== undefined)}>
          {renamed ? "Rename" : isTaken ? "Replace" : "Save"}
        </button>
      </div>
    </form>
  );
}
