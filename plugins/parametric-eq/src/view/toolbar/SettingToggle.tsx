import type { ReactNode } from "react";

interface SettingToggleProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** A theme colour that marks what it shows. */
  readonly color?: string;
  readonly children: ReactNode;
}

/** A setting of the graph that is on or off. */
export function SettingToggle({ name, isOn, onChange, color, children }: SettingToggleProps) {
  return (
    <button type="button" className="eq-setting" aria-label={name} title={name} aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {color !== undefined && <i style={{ background: `var(--hr-${color})` }} />}
      {children}
    </button>
  );
}
