import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";
import { useRuntime } from "./runtime.js";

/** The session's name, to read and to type over. */
export function SessionName() {
  const { document } = useRuntime();
  const name = useSession((session) => session.name);
  const take = (typed: string) => {
    if (typed.trim() !== "" && typed !== name) attempt(() => document.song.rename(typed.trim()));
  };
  return (
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
  );
}
