import { useState } from "react";

interface NumberEntryProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A number to type, with its unit; what is out of range or no number is not taken and is marked. */
export function NumberEntry({ label, unit, value, min, max, onChange }: NumberEntryProps) {
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && !isIn(typed, min, max);
  return (
    <label className="number-entry">
      <span>{label}</span>
      <input
        className="hr-field"
        inputMode="decimal"
        aria-label={`${label}, ${unit}`}
        aria-invalid={isWrong}
        title={isWrong ? `A number from ${min} to ${max}` : undefined}
        value={typed ?? String(value)}
        onChange={({ target }) => {
          setTyped(target.value);
          if (isIn(target.value, min, max)) onChange(numberOf(target.value));
        }}
        onBlur={() => setTyped(undefined)}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <small>{unit}</small>
    </label>
  );
}

function numberOf(typed: string): number {
  return typed.trim() === "" ? NaN : Number(typed.replace("−", "-").replace(",", "."));
}

function isIn(typed: string, min: number, max: number): boolean {
  const number = numberOf(typed);
  return number >= min && number <= max;
}
