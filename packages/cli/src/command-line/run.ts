import { ExitCode, UsageError, type Command, type Streams } from "./command.js";

/** Each command is loaded when it is asked for: measuring a file must not wait for what hosts plugins. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("../commands/check.js")).check,
  measure: async () => (await import("../commands/measure.js")).measure,
  process: async () => (await import("../commands/process.js")).processFile,
  render: async () => (await import("../commands/render.js")).render,
  validate: async () => (await import("../commands/validate.js")).validate,
};

/** Runs a command line. @param args - without the program's own name. @returns the process's exit code. */
export async function run([name, ...args]: readonly string[], streams: Streams): Promise<ExitCode> {
  const { out, err } = streams;
  if (name === undefined || ["help", "--help", "-h"].includes(name)) {
    (name === undefined ? err : out).write(await overview());
    return name === undefined ? ExitCode.usage : ExitCode.done;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    err.write(`There is no command “${name}”; there is ${Object.keys(COMMANDS).join(", ")}.\n`);
    return ExitCode.usage;
  }
  const command = await load();
  if (asksForHelp(args)) {
    out.write(command.help);
    return ExitCode.done;
  }
  try {
    return await command.run(args, streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err.write(`${error.message}\nSee: headroom ${name} --help\n`);
    return ExitCode.usage;
  }
}

/** Whether help is asked for, before a "--" that ends the options. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === "--help" || arg === "-h");
}

async function overview(): Promise<string> {
  const loaded = await Promise.all(Object.entries(COMMANDS).map(async ([name, load]) => [name, (await load()).summary] as const));
  const lines = loaded.map(([name, summary]) => `  ${name.padEnd(10)}${summary}`);
  return `headroom COMMAND …\n\n${lines.join("\n")}\n\nheadroom COMMAND --help tells more.\n`;
}
