/** Gives the person a file to keep, where the browser puts its downloads. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has begun with the click; some browsers read the content a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
