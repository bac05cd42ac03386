/** Lets the person choose files; must be called from a click or key. @param accept - as of an `<input type="file">`. */
export function chooseFiles(accept: string, take: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.multiple = true;
  input.addEventListener("change", () => take([...(input.files ?? [])]));
  input.click();
}
