import { cancel, intro, select, text } from "@clack/prompts";
import { DEFAULT_FOLDER, DEFAULT_VENDOR, faultOfId, faultOfText, idOf, KERNELS, KINDS, nameOfFolder, VIEWS, type Answers } from "./answers.js";
import { faultOfFolder } from "./empty-folder.js";

/** Completes what was said with the defaults. */
export function withDefaults({ folder = DEFAULT_FOLDER, name = nameOfFolder(folder), vendor = DEFAULT_VENDOR, id = idOf(vendor, name), kind = "effect", kernel = "typescript", view = "react" }: Partial<Answers>): Answers {
  return { folder, name, vendor, id, kind, kernel, view };
}

/** Asks at the terminal for what was not said. @returns `undefined` when the person leaves. */
export async function ask(said: Partial<Answers>): Promise<Answers | undefined> {
  intro("A new Headroom plugin");
  try {
    const folder = said.folder ?? (await words("Which folder does it go into?", DEFAULT_FOLDER, faultOfFolder));
    const name = said.name ?? (await words("What is the plugin called?", nameOfFolder(folder), (value) => faultOfText("name", value)));
    const vendor = said.vendor ?? (await words("Who makes it?", DEFAULT_VENDOR, (value) => faultOfText("vendor", value)));
    const id = said.id ?? (await words("Which id has it? Sessions refer to it for ever.", idOf(vendor, name), faultOfId));
    const kind = said.kind ?? (await choose("What does it start as?", KINDS));
    const kernel = said.kernel ?? (await choose("What is its DSP written in?", KERNELS));
    const view = said.view ?? (await choose("What is its view?", VIEWS));
    return { folder, name, vendor, id, kind, kernel, view };
  } catch (error) {
    if (!(error instanceof LeftError)) throw error;
    cancel("Nothing was written.");
    return undefined;
  }
}

/** The person left the questions. */
class LeftError extends Error {}

/** Asks for a text; Enter alone takes the one that is shown, and what is typed stands in its place. */
async function words(message: string, shown: string, faultOf: (value: string) => string | undefined): Promise<string> {
  return answered(await text({ message, placeholder: shown, defaultValue: shown, validate: (value) => faultOf(value === undefined || value === "" ? shown : value) }));
}

async function choose<Choice extends string>(message: string, choices: Readonly<Record<Choice, string>>): Promise<Choice> {
  const options = Object.entries<string>(choices).map(([value, hint]) => ({ value, label: value, hint }));
  return answered(await select({ message, options })) as Choice;
}

function answered(answer: string | symbol): string {
  if (typeof answer === "symbol") throw new LeftError();
  return answer;
}
