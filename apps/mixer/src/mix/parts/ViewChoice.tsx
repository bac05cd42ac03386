import { useId } from "react";

interface ViewChoiceProps<Id extends string> {
  readonly name: string;
  readonly options: readonly (readonly [id: Id, text: string])[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** A few views side by side, one of them shown: radio buttons in the dress of the controls. */
export function ViewChoice<Id extends string>({ name, options, value, onChange }: ViewChoiceProps<Id>) {
  const group = useId();
  return (
    <div className="hr-choices" role="radiogroup" aria-label={name}>
      {options.map(([id, text]) => (
        <label key={id}>
          <input type="radio" name={group} checked={id === value} onChange={() => onChange(id)} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}
