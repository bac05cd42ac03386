/** `host`, `host:port`, `[ipv6]:port`, whatever follows. */
const HOST = /^(\[[0-9a-f:]+\]|[a-z0-9-]+(?:\.[a-z0-9-]+)*)(:\d+)?(?=[/?#]|$)/i;
/** Computers that are near: this one, and what private networks name and number. */
const NEAR = /^(localhost|.*\.(localhost|local)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+|\[(::1|f[cd][0-9a-f]{2}:.*|fe80:.*)\])$/i;

/**
 * An address as people type it, with the protocol that they left out: http for this computer and private networks, whose
 * servers seldom have another, https for the rest. Paths of this page and whole addresses stay as they are.
 */
export function completeAddress(text: string): string {
  const [, host = "", port = ""] = HOST.exec(text) ?? [];
  const isName = /^[^/?#]+\.(json|m?js)$/i.test(text);
  if (host === "" || isName || !(host.includes(".") || host.startsWith("[") || port !== "" || NEAR.test(host))) return text;
  // A name alone, with a port, is known to one's own network only.
  const isNear = NEAR.test(host) || !/[.[]/.test(host);
  return `${isNear ? "http" : "https"}://${text}`;
}
