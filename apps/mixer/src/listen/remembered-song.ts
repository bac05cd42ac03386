/** Beside the page's theme in the browser's storage; the samples are in the audio store. */
const ITEM = "headroom.listening-song";

/** The audio key of the demo song that an earlier visit rendered. */
export function rememberedSong(): string | undefined {
  try {
    return localStorage.getItem(ITEM) ?? undefined;
  } catch {
    // No storage: the song is rendered.
    return undefined;
  }
}

export function rememberSong(key: string): void {
  try {
    localStorage.setItem(ITEM, key);
  } catch {
    // The next visit renders the song again.
  }
}
