/**
 * The policy of a view's frame: no network, no frames and workers within it, no forms; scripts are the frame's own,
 * named by its hash, and what it imports from memory. The page around must itself state `frame-src 'none'`,
 * which keeps the frame from going elsewhere.
 */
export function framePolicy(scriptHash: string): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}' blob: 'wasm-unsafe-eval'`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "worker-src 'none'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** What a frame is denied beyond what its sandbox denies it. */
export const FRAME_PERMISSIONS = ["camera", "microphone", "display-capture", "gamepad", "midi", "picture-in-picture", "storage-access"].map((name) => `${name} 'none'`).join("; ");

/**
 * The document of a view's frame.
 * @param script - the frame's own code; @param hash - of that code; @param styles - a stylesheet for every view.
 */
export function frameDocument(script: string, hash: string, styles: string): string {
  if (/<\/script/i.test(script) || /<\/style/i.test(styles)) throw new Error("The frame's script and stylesheet must not end their own element.");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${framePolicy(hash)}"><meta http-equiv="x-dns-prefetch-control" content="off"><title>Plugin view</title><style>html,body{height:100%;margin:0;overflow:auto}${styles}</style></head><body><script type="module">${script}</script></body></html>`;
}
