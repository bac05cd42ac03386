interface InputButtonProps {
  readonly mark: string;
  readonly name: string;
  /** Said in the tooltip beside the name. */
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onClick: () => void;
}

/** A small switch of a strip's input. */
export function InputButton({ mark, name, hint, isOn, onClick }: InputButtonProps) {
  return (
    <button type="button" className="hr-button input-button" aria-pressed={isOn} aria-label={name} title={hint === undefined ? name : `${name}. ${hint}`} onClick={onClick}>
      {mark}
    </button>
  );
}
