import { parseArgs } from "node:util";
import { faultOfId, faultOfText, KERNELS, KINDS, VIEWS, type Answers } from "./answers.js";
import { faultOfFolder } from "./empty-folder.js";

/** The command line is wrong, in a sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface Flags {
  readonly answers: Partial<Answers>;
  /** Takes the defaults for what is not said. */
  readonly yes: boolean;
  readonly help: boolean;
}

/** What the command line says. @throws {@link UsageError} */
export function readFlags(args: readonly string[]): Flags {
  const { positionals, values } = parse(args);
  const [folder, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`There is one folder to say, but ${positionals.length} were given: ${positionals.join(", ")}.`);
  const { name, vendor, id, yes, help } = values;
  const answers: Partial<Answers> = {
    ...(folder === undefined ? {} : { folder: checked(folder, faultOfFolder(folder)) }),
    ...(name === undefined ? {} : { name: checked(name, faultOfText("name", name)) }),
    ...(vendor === undefined ? {} : { vendor: checked(vendor, faultOfText("vendor", vendor)) }),
    ...(id === undefined ? {} : { id: checked(id, faultOfId(id)) }),
    ...(values.kind === undefined ? {} : { kind: oneOf("kind", values.kind, KINDS) }),
    ...(values.kernel === undefined ? {} : { kernel: oneOf("kernel", values.kernel, KERNELS) }),
    ...(values.view === undefined ? {} : { view: oneOf("view", values.view, VIEWS) }),
  };
  return { answers, yes, help };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: text, vendor: text, id: text, kind: text, kernel: text, view: text, yes: { type: "boolean", short: "y", default: false }, help: { type: "boolean", short: "h", default: false } },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.replace(/\.?$/, ".") : String(error)} --help tells all options.`);
  }
}

function checked(text: string, fault: string | undefined): string {
  if (fault !== undefined) throw new UsageError(fault);
  return text;
}

function oneOf<Choice extends string>(flag: string, value: string, choices: Readonly<Record<Choice, string>>): Choice {
  if (Object.hasOwn(choices, value)) return value as Choice;
  throw new UsageError(`"${value}" is no ${flag}; choose one of ${Object.keys(choices).join(", ")}.`);
}
