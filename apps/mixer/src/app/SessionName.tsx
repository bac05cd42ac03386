import { ChevronsUpDown } from "lucide-react";
import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";
import { sessionsShown } from "../sessions/sessions-shown.js";
import { IconButton } from "./IconButton.js";
import { useRuntime } from "./runtime.js";

/** The session's name, to read and to type over, and the way to the others. */
export function SessionName() {
  const { document } = useRuntime();
  const name = useSession((session) => session.name);
  const take = (typed: string) => {
    if (typed.trim() !== "" && typed !== name) attempt(() => document.song.rename(typed.trim()));
  };
  return (
    <>
      <input
        // A new name from elsewhere makes a new field.
        key={name}
        className="session-name"
        aria-label="Session name"
        defaultValue={name}
        maxLength={200}
        size={Math.min(28, Math.max(8, name.length))}
        spellCheck={false}
        onBlur={(event) => take(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") event.currentTarget.value = name;
          if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <IconButton label="Sessions" onClick={() => sessionsShown.set(true)} icon={ChevronsUpDown} />
    </>
  );
}
