/** SHA-256 of a text in UTF-8, as in subresource integrity: "sha256-…". */
export async function integrityOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}
