import { Dialog } from "../app/Dialog.js";
import { useObservable } from "../state/observable.js";
import { changeQuestion } from "./ask-change.js";
import type { PluginChange } from "./plugin-catalog.js";
import { originText } from "./plugin-origin.js";
import "./plugins.css";

/** Asks before a plugin's code changes: what was agreed to is what runs. */
export function PluginChangeDialog() {
  const question = useObservable(changeQuestion);
  return (
    <Dialog title={question ? `${question.change.before.descriptor.name} has changed` : ""} isOpen={question !== undefined} onClose={() => question?.answer(false)}>
      {question && (
        <>
          <Change change={question.change} />
          <div className="dialog-actions">
            <button type="button" className="hr-button" onClick={() => question.answer(false)}>
              Keep the one here
            </button>
            <button type="button" className="hr-button primary" onClick={() => question.answer(true)}>
              Use the new one
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function Change({ change: { before, after, origin } }: { readonly change: PluginChange }) {
  return (
    <>
      <p className="plugin-change-what">Its code is not the code that you added. Nothing of it has run in the mix.</p>
      <dl className="facts plugin-change">
        <dt>From</dt>
        <dd>{originText(origin)}</dd>
        <dt>Version</dt>
        <dd>
          {before.descriptor.version} → {after.manifest?.version ?? "not stated"}
        </dd>
        <dt>Hash</dt>
        <dd className="plugin-hash">{before.integrity}</dd>
        <dt>New hash</dt>
        <dd className="plugin-hash">{after.processor.integrity}</dd>
        {before.view?.integrity !== after.view?.integrity && (
          <>
            <dt>View’s hash</dt>
            <dd className="plugin-hash">{before.view?.integrity ?? "no view"}</dd>
            <dt>View’s new hash</dt>
            <dd className="plugin-hash">{after.view?.integrity ?? "no view"}</dd>
          </>
        )}
      </dl>
    </>
  );
}
