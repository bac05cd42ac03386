interface SettingMenuProps<Value extends string | number> {
  readonly name: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly text: (option: Value) => string;
  readonly onChange: (option: Value) => void;
}

/** A setting of the graph that is one of a list. */
export function SettingMenu<Value extends string | number>({ name, value, options, text, onChange }: SettingMenuProps<Value>) {
  return (
    <label className="eq-setting-menu">
      <span>{name}</span>
      <select
        className="hr-select"
        value={value}
        onChange={(event) => {
          const chosen = options[event.target.selectedIndex];
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {text(option)}
          </option>
        ))}
      </select>
    </label>
  );
}
