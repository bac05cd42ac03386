import { readFileSync } from "node:fs";
import { UsageError } from "../command-line/command.js";

/** What a session keeps of an insert, as a file: values, and the processor's own data with the version that saved it. */
export interface StateFile {
  readonly params: Readonly<Record<string, unknown>>;
  readonly state?: { readonly version: number; readonly data: unknown };
}

/** Reads a state file: an insert as it stands in a session. @throws UsageError with a sentence that names the file. */
export function readStateFile(file: string): StateFile {
  const wrong = (why: string) => new UsageError(`${file} ${why}; it must hold { "params": { id: value }, "state": { "version": 1, "data": … } }, as an insert of a session does.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw wrong(error instanceof SyntaxError ? "is not JSON" : "cannot be read");
  }
  if (!isRecord(value)) throw wrong("holds no object");
  const { params = {}, state } = value;
  if (!isRecord(params)) throw wrong('has "params" that are no object');
  if (state === undefined) return { params };
  if (!isRecord(state) || !Number.isInteger(state["version"])) throw wrong('has a "state" without a version');
  return { params, state: { version: state["version"] as number, data: state["data"] } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
