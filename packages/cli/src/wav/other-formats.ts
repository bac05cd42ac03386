/** How files of other kinds begin: bytes as Latin-1 text at an offset. */
const SIGNATURES: readonly (readonly [at: number, bytes: string, name: string])[] = [
  [0, "fLaC", "a FLAC file"],
  [0, "OggS", "an Ogg file (Vorbis or Opus)"],
  [0, "ID3", "an MP3 file"],
  [0, "\xff\xfb", "an MP3 file"],
  [0, "\xff\xf3", "an MP3 file"],
  [0, "\xff\xf1", "an AAC file"],
  [8, "AIFF", "an AIFF file"],
  [8, "AIFC", "an AIFF-C file"],
  [4, "ftyp", "an MP4 or M4A file"],
  [0, "caff", "a CAF file"],
  [0, "wvpk", "a WavPack file"],
  [0, "riff\x2e\x91", "a Wave64 file"],
  [0, "RIFX", "a big-endian WAV file (RIFX)"],
  [8, "AVI ", "an AVI file"],
  [0, ".snd", "an AU file"],
];

/** What a file is that is no WAV file, in words. @param start - its first bytes, as Latin-1 text. */
export function nameOtherFormat(start: string): string {
  if (start === "") return "empty";
  return SIGNATURES.find(([at, bytes]) => start.startsWith(bytes, at))?.[2] ?? "no WAV file";
}

const CODECS: Readonly<Record<number, string>> = {
  0x0002: "Microsoft ADPCM",
  0x0006: "A-law",
  0x0007: "µ-law",
  0x0011: "IMA ADPCM",
  0x0031: "GSM",
  0x0050: "MPEG",
  0x0055: "MP3",
  0x00ff: "AAC",
  0x0161: "Windows Media",
  0x2000: "AC-3",
};

/** What a format tag that is neither PCM nor floating point stands for. */
export function nameCodec(tag: number): string {
  return CODECS[tag] ?? `format 0x${tag.toString(16).padStart(4, "0")}`;
}
