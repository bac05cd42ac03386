import { Observable } from "../state/observable.js";

const KEY = "headroom.hop";

/** Frames of delay that buy the plugins' workers their time: what can be chosen. */
export const HOPS = [256, 512, 1024, 2048, 4096, 8192] as const;

/** What the person chose for this computer. Stored. */
export const hopSetting = new Observable<number | "auto">(storedHop());

export function setHopSetting(hop: number | "auto"): void {
  hopSetting.set(hop);
  try {
    localStorage.setItem(KEY, String(hop));
  } catch {
    // A browser that keeps nothing for this page keeps it until it closes.
  }
}

function storedHop(): number | "auto" {
  try {
    return HOPS.find((hop) => String(hop) === localStorage.getItem(KEY)) ?? "auto";
  } catch {
    return "auto";
  }
}
