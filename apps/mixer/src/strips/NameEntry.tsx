import { attempt } from "../session/attempt.js";
import { renaming } from "./renaming.js";

interface NameEntryProps {
  readonly id: string;
  readonly name: string;
  readonly rename: (name: string) => void;
}

/** The field in which a strip's or a VCA's name is typed: Enter or leaving it takes the name, Escape does not. */
export function NameEntry({ id, name, rename }: NameEntryProps) {
  const finish = (typed: string) => {
    if (renaming.value !== id) return;
    renaming.set(undefined);
    if (typed.trim() !== "" && typed !== name) attempt(() => rename(typed.trim()));
  };
  return (
    <input
      className="strip-name-entry"
      aria-label={`New name of ${name}`}
      defaultValue={name}
      maxLength={200}
      ref={(input) => {
        input?.focus();
        input?.select();
      }}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") finish(event.currentTarget.value);
        if (event.key === "Escape") renaming.set(undefined);
      }}
    />
  );
}
