import { isRecord, recordsIn } from "./records.js";

/** Turns what plugins keep of their own into text in a session of version 2. What is no session is left for the checks. */
export function stateAsText(session: Record<string, unknown>): Record<string, unknown> {
  for (const strip of recordsIn(session["strips"])) {
    for (const insert of recordsIn(strip["inserts"])) {
      for (const setting of [insert, ...recordsIn(insert["compare"])]) {
        const { state } = setting;
        if (isRecord(state) && "data" in state && typeof state["data"] !== "string") setting["state"] = { ...state, data: JSON.stringify(state["data"]) };
      }
    }
  }
  return session;
}
