interface PlainSliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly text: string;
  readonly color?: string | undefined;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A value of a drill's answer: the platform's slider with a text. */
export function PlainSlider({ label, value, min, max, step, text, color, disabled, onChange }: PlainSliderProps) {
  return (
    <label className="plain-slider" style={{ "--strip-color": color, "--share": (value - min) / (max - min) }}>
      <span>{label}</span>
      <input type="range" aria-label={label} aria-valuetext={text} min={min} max={max} step={step} value={value} disabled={disabled} onChange={({ target }) => onChange(Number(target.value))} onKeyDown={(event) => event.stopPropagation()} />
      <b>{text}</b>
    </label>
  );
}
