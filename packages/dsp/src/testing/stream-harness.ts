/** Cuts a stream into blocks and calls `heard` with each. */
export function stream(frames: number, blockFrames: number, heard: (start: number, end: number) => void): void {
  for (let start = 0; start < frames; start += blockFrames) heard(start, Math.min(frames, start + blockFrames));
}
