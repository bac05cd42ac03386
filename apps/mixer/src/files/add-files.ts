import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { Observable } from "../state/observable.js";
import { notify, sentence } from "../status/notices.js";
import { nextColor } from "../strips/strip-colors.js";
import { selectStrip } from "../strips/selection.js";
import { chooseFiles } from "./choose-files.js";
import { decodeFile } from "./decode-file.js";

/** How many of the files that were just given are done; `undefined` when none are under way. */
export const filesUnderWay = new Observable<{ readonly done: number; readonly total: number; readonly name: string } | undefined>(undefined);

/** Lets the person choose audio files and adds them. */
export function chooseAudioFiles(runtime: Runtime): void {
  chooseFiles("audio/*,.wav,.flac,.mp3,.ogg,.opus,.m4a,.aac,.aif,.aiff,.webm", (files) => void addFiles(runtime, files));
}

/** Makes a channel of each file, in their order. What cannot be added is said in words and disturbs nothing else. */
export async function addFiles(runtime: Runtime, files: readonly File[]): Promise<void> {
  for (const [done, file] of files.entries()) {
    filesUnderWay.set({ done, total: files.length, name: file.name });
    try {
      await addFile(runtime, file);
    } catch (error) {
      notify("error", sentence(error));
    }
  }
  filesUnderWay.set(undefined);
}

async function addFile({ context, document, library }: Runtime, file: File): Promise<void> {
  const audio = await decodeFile(context, file);
  const { key, entry } = await library.add(file.name, audio);
  attempt(() =>
    document.edit(`Add ${file.name}`, () => {
      document.song.addAudio(key, entry);
      const name = file.name.replace(/\.[^.]+$/, "");
      const stripId = document.strips.add("channel", { name, color: nextColor(document.snapshot().order.length) });
      document.clips.add(stripId, { audio: key, startSeconds: 0, offsetSeconds: 0, lengthSeconds: entry.frames / entry.sampleRate, gainDb: 0 });
      selectStrip(stripId);
    }),
  );
}
