import { outro } from "@clack/prompts";
import path from "node:path";
import { KERNELS, KINDS, VIEWS, type Answers } from "./answers.js";
import { ask, withDefaults } from "./ask.js";
import { faultOfFolder } from "./empty-folder.js";
import { projectFiles } from "./project-files.js";
import { readFlags, UsageError } from "./read-flags.js";
import { writeProject } from "./write-project.js";

const choices = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([value, meaning]) => `${value} (${meaning})`).join(", ");

const HELP = `npm create headroom-plugin [folder] -- [options]

Writes the project of a plugin. What is not said is asked.

  --name TEXT      what it is called
  --vendor TEXT    who makes it
  --id ID          its id for ever, such as com.acme.tremolo
  --kind KIND      ${choices(KINDS)}
  --kernel KERNEL  ${choices(KERNELS)}
  --view VIEW      ${choices(VIEWS)}
  --yes, -y        asks nothing and takes the defaults
  --help, -h       says this`;

/** Runs the command. @returns its exit code: 0, 1 where nothing could be written, 2 where the command line is wrong. */
export async function run(args: readonly string[], { isTerminal }: { readonly isTerminal: boolean }): Promise<number> {
  try {
    const { answers: said, yes, help } = readFlags(args);
    if (help) {
      console.log(HELP);
      return 0;
    }
    if (!yes && !isTerminal) throw new UsageError("There is no terminal to ask at; add --yes to take the defaults for what is not said.");
    const answers = yes ? withDefaults(said) : await ask(said);
    if (!answers) return 1;
    const fault = faultOfFolder(answers.folder);
    if (fault !== undefined) throw new UsageError(fault);
    await writeProject(answers.folder, projectFiles(answers));
    const steps = nextSteps(answers);
    if (yes) console.log(steps);
    else outro(steps);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return error instanceof UsageError ? 2 : 1;
  }
}

function nextSteps({ name, folder }: Answers): string {
  const enter = path.resolve(folder) === process.cwd() ? [] : [`  cd ${/\s/.test(folder) ? JSON.stringify(folder) : folder}`];
  return [`${name} is written. To hear it:`, ...enter, "  npm install", "  npm run dev"].join("\n");
}
