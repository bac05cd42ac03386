import { notify, sentence } from "../status/notices.js";

/** Makes an edit that the session may refuse; a refusal is said in words and changes nothing. @returns whether it was made. */
export function attempt(edit: () => void): boolean {
  try {
    edit();
    return true;
  } catch (error) {
    notify("warning", sentence(error));
    return false;
  }
}
