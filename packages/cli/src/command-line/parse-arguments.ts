import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "./command.js";

type Parsed<Options extends ParseArgsConfig["options"]> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>
>;

/** As node:util's `parseArgs`, with positionals allowed. @throws UsageError with Node's own sentence. */
export function parseArguments<const Options extends NonNullable<ParseArgsConfig["options"]>>(args: readonly string[], options: Options): Parsed<Options> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
