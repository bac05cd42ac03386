/** What came out of the page's speakers. */
export interface Heard {
  /** Whether the page has shared memory and the insert ran in a worker of its own. */
  readonly isolated: boolean;
  /** Plugin workers at work. */
  readonly workers: number;
  /** State of the insert at the end. */
  readonly state: string;
  /** Highest sample, linear. */
  readonly peak: number;
}

declare global {
  interface Window {
    /** Plays a tone at full scale through the engine and a −12 dB trim until the trim is heard. */
    playTone: () => Promise<Heard>;
  }
}
