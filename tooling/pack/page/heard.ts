/** What came out of the page's speakers. */
export interface Heard {
  readonly isolated: boolean;
  /** Highest sample, linear. */
  readonly peak: number;
}

declare global {
  interface Window {
    /** Plays a tone through the packages for a second. */
    playTone: () => Promise<Heard>;
  }
}
