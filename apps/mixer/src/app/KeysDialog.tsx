import { useObservable } from "../state/observable.js";
import { Dialog } from "./Dialog.js";
import { keysShown, LOCAL_KEYS, SHORTCUTS } from "./shortcuts.js";

/** The list of keys. */
export function KeysDialog() {
  const isOpen = useObservable(keysShown);
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={() => keysShown.set(false)}>
      <dl className="facts keys">
        {[...SHORTCUTS, ...LOCAL_KEYS].map(({ keys, what }) => (
          <div key={keys + what}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
