import type { Page } from "@playwright/test";
import { expect, strip, test } from "../testing/mixer-test.js";

interface Wav {
  readonly name: string;
  readonly channels: number;
  readonly sampleRate: number;
  readonly frames: number;
}

/** Drops files on the page: WAV files of a quiet tone, and files of plain text. */
function drop(page: Page, wavs: readonly Wav[], texts: readonly { readonly name: string; readonly text: string }[] = []): Promise<void> {
  return page.evaluate(
    ([tones, others]) => {
      const files = new DataTransfer();
      for (const { name, channels, sampleRate, frames } of tones) {
        const bytes = frames * channels * 2;
        const view = new DataView(new ArrayBuffer(44 + bytes));
        const word = (at: number, text: string) => Array.from({ length: text.length }, (_, index) => view.setUint8(at + index, text.charCodeAt(index)));
        word(0, "RIFF");
        view.setUint32(4, 36 + bytes, true);
        word(8, "WAVEfmt ");
        view.setUint32(16, 16, true);
        view.setUint16(20, 1, true);
        view.setUint16(22, channels, true);
        view.setUint32(24, sampleRate, true);
        view.setUint32(28, sampleRate * channels * 2, true);
        view.setUint16(32, channels * 2, true);
        view.setUint16(34, 16, true);
        word(36, "data");
        view.setUint32(40, bytes, true);
        for (let sample = 0; sample < frames * channels; sample++) view.setInt16(44 + 2 * sample, 8000 * Math.sin(sample / 9), true);
        files.items.add(new File([view.buffer], name, { type: "audio/wav" }));
      }
      for (const { name, text } of others) files.items.add(new File([text], name, { type: "audio/wav" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
    },
    [wavs, texts] as const,
  );
}

function entry(page: Page, name: string) {
  return page.evaluate((file) => Object.values(window.headroom?.document.snapshot().audio ?? {}).find((audio) => audio.name === file), name);
}

test("several files at once become channels at the session's rate: mono, 8 kHz, 192 kHz", async ({ mixer }) => {
  await drop(mixer, [
    { name: "Mono.wav", channels: 1, sampleRate: 48_000, frames: 48_000 },
    { name: "Low.wav", channels: 2, sampleRate: 8000, frames: 8000 },
    { name: "High.wav", channels: 2, sampleRate: 192_000, frames: 192_000 },
  ]);
  for (const name of ["Mono", "Low", "High"]) await expect(strip(mixer, name)).toBeVisible();
  expect(await entry(mixer, "Mono.wav")).toMatchObject({ sampleRate: 48_000, channels: 1, frames: 48_000 });
  for (const name of ["Low.wav", "High.wav"]) {
    const audio = await entry(mixer, name);
    expect(audio).toMatchObject({ sampleRate: 48_000, channels: 2 });
    expect(Math.abs((audio?.frames ?? 0) - 48_000)).toBeLessThan(64);
  }
});

test("files that cannot be taken are refused in one sentence each, and the good one among them is added", async ({ mixer }) => {
  const strips = await mixer.locator(".strip").count();
  await drop(
    mixer,
    [
      { name: "Good.wav", channels: 2, sampleRate: 48_000, frames: 4800 },
      { name: "Surround.wav", channels: 8, sampleRate: 48_000, frames: 4800 },
    ],
    [
      { name: "Empty.wav", text: "" },
      { name: "Notes.wav", text: "This is not audio." },
    ],
  );
  const messages = mixer.getByRole("region", { name: "Messages" });
  await expect(messages).toContainText("“Surround.wav” has 8 channels; mono, stereo, quad and 5.1 can be mixed: split it into stereo files and add those.");
  await expect(messages).toContainText("“Empty.wav” is empty (0 bytes): export it again and add it once more.");
  await expect(messages).toContainText("“Notes.wav” is not audio that this browser can decode: convert it to WAV, FLAC, MP3 or Ogg and add that.");
  await expect(strip(mixer, "Good")).toBeVisible();
  await expect(mixer.locator(".strip")).toHaveCount(strips + 1);
  await mixer.getByRole("button", { name: "Undo: Add Good.wav" }).click();
  await expect(mixer.locator(".strip")).toHaveCount(strips);
});
