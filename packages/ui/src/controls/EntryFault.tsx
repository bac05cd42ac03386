import { useEffect, useRef } from "react";

interface EntryFaultProps {
  readonly id: string;
  readonly text: string;
}

const GAP = 4;

/** Says below an entry why it was not taken. In the top layer, so that no window cuts it off. */
export function EntryFault({ id, text }: EntryFaultProps) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const bubble = ref.current;
    const field = bubble?.parentElement?.getBoundingClientRect();
    if (!bubble || !field) return;
    bubble.showPopover();
    const { width, height } = bubble.getBoundingClientRect();
    const left = (field.left + field.right - width) / 2;
    const below = field.bottom + GAP;
    bubble.style.left = `${Math.max(GAP, Math.min(innerWidth - width - GAP, left))}px`;
    bubble.style.top = `${below + height > innerHeight ? field.top - height - GAP : below}px`;
  }, [text]);
  return (
    <span ref={ref} className="hr-entry-fault" id={id} role="alert" popover="manual">
      {text}
    </span>
  );
}
