import { Observable } from "../state/observable.js";
import type { PluginChange } from "./plugin-catalog.js";

interface Question {
  readonly change: PluginChange;
  readonly answer: (agreed: boolean) => void;
}

/** The question that is open: whether a plugin's other code may run. */
export const changeQuestion = new Observable<Question | undefined>(undefined);

/** Asks whether a plugin's other code may run. A question that was open is answered with no. */
export function askChange(change: PluginChange): Promise<boolean> {
  changeQuestion.value?.answer(false);
  return new Promise((resolve) => {
    changeQuestion.set({
      change,
      answer: (agreed) => {
        changeQuestion.set(undefined);
        resolve(agreed);
      },
    });
  });
}
