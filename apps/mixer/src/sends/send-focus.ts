/** Focuses a send's row once React has drawn what the edit before changed. */
export function focusSend(sendId: string): void {
  focusSoon(`[data-send-focus="${CSS.escape(sendId)}"]`);
}

/** Focuses where a strip's next send is added, as {@link focusSend}. */
export function focusNewSend(stripId: string): void {
  focusSoon(`[data-new-send="${CSS.escape(stripId)}"]`);
}

function focusSoon(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}
