import { useEffect, useEffectEvent, useRef, type ReactNode } from "react";

interface MeterLiveProps {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** The number now, and how it is said. Asked once a second. */
  readonly read: () => { readonly value: number; readonly text: string };
  readonly className?: string;
  readonly children: ReactNode;
}

/** Milliseconds between two values for assistive technology. */
const PERIOD_MS = 1000;

/** A drawing that assistive technology reads as a meter. */
export function MeterLive({ name, min, max, read, className, children }: MeterLiveProps) {
  const ref = useRef<HTMLDivElement>(null);
  const readNow = useEffectEvent(read);
  useEffect(() => {
    const show = () => {
      const { value, text } = readNow();
      ref.current?.setAttribute("aria-valuenow", String(Math.min(max, Math.max(min, Math.round(value * 10) / 10))));
      ref.current?.setAttribute("aria-valuetext", text);
    };
    show();
    const timer = setInterval(show, PERIOD_MS);
    return () => clearInterval(timer);
  }, [min, max]);
  return (
    <div ref={ref} className={className} role="meter" aria-label={name} aria-valuemin={min} aria-valuemax={max} aria-valuenow={min}>
      {children}
    </div>
  );
}
