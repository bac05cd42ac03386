/** Focuses a send's row once React has drawn what the edit before changed. */
export function focusSend(sendId: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-send-focus="${CSS.escape(sendId)}"]`)?.focus());
}
