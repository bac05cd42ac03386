import { useState } from "react";

export interface NumberBoxProps {
  /** Accessible name, with its unit. */
  readonly name: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What an arrow key adds. Default 1. */
  readonly step?: number;
  readonly disabled?: boolean;
  /** Called with a number inside the range when Enter, an arrow key or leaving the box takes it. */
  readonly onChange: (value: number) => void;
}

/** A number of the application's own, such as a tempo, to type or step with the arrow keys. */
export function NumberBox({ name, value, min, max, step = 1, disabled, onChange }: NumberBoxProps) {
  const [typed, setTyped] = useState<string>();
  const number = Number((typed ?? "").replace(",", ".").replace("−", "-"));
  const isWrong = typed !== undefined && (typed.trim() === "" || Number.isNaN(number));
  const give = (next: number) => {
    setTyped(undefined);
    const inside = Math.min(max, Math.max(min, next));
    if (inside !== value) onChange(inside);
  };
  return (
    <input
      className="hr-field"
      inputMode="decimal"
      role="spinbutton"
      aria-label={name}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-invalid={isWrong}
      disabled={disabled}
      value={typed ?? String(value)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => (typed === undefined || isWrong ? setTyped(undefined) : give(number))}
      onKeyDown={(event) => {
        if (event.key === "Escape") setTyped(undefined);
        else if (event.key === "Enter" && typed !== undefined && !isWrong) give(number);
        else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
          event.preventDefault();
          const from = typed === undefined || isWrong ? value : number;
          give(from + (event.key === "ArrowUp" ? step : -step));
        } else return;
        event.stopPropagation();
      }}
    />
  );
}
