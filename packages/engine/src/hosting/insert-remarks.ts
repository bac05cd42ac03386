import { LOG_LETTERS, type LogLevel } from "@headroom/sdk";
import { REMARK_BURST, REMARK_EVERY_MS, RateLimit } from "../shared/rate-limit.js";

const LEVELS: readonly string[] = ["info", "warning", "error"] satisfies LogLevel[];

/** What an insert's plugin says to people: short, plain, and not too often, whatever it sends. `@mainThread` */
export class InsertRemarks {
  readonly #limit = new RateLimit(REMARK_BURST, REMARK_EVERY_MS, () => performance.now());
  readonly #title: () => string;
  readonly #tell: (level: LogLevel, sentence: string) => void;

  /** @param title - of the insert, for people: "Parametric EQ on Bass". */
  constructor(title: () => string, tell: (level: LogLevel, sentence: string) => void) {
    this.#title = title;
    this.#tell = tell;
  }

  /** Takes what a plugin sent. What is no remark is passed over. */
  readonly take = (level: unknown, text: unknown): void => {
    if (typeof level !== "string" || !LEVELS.includes(level) || typeof text !== "string" || !this.#limit.pass()) return;
    const plain = text.slice(0, LOG_LETTERS).replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
    if (plain !== "") this.#tell(level as LogLevel, `${this.#title()}: ${plain}`);
  };
}
