/** A controller's movement, as a MIDI message says it. */
export interface ControlChange {
  /** 0…15. */
  readonly channel: number;
  /** Controller number, 0…127; for pitch bend {@link PITCH_BEND}. */
  readonly controller: number;
  /** 0…127; of a pitch bend 0…16383. */
  readonly value: number;
}

/** Stands for pitch bend, which surfaces send for their faders, in place of a controller's number. */
export const PITCH_BEND = 128;

const CONTROL_CHANGE = 0xb0;
const PITCH_BEND_STATUS = 0xe0;
/** From here on controllers are channel mode messages (all notes off and the like). */
const FIRST_MODE_CONTROLLER = 120;

/** Reads a control change or pitch bend (MIDI 1.0 Detailed Specification 4.2). @returns `undefined` for every other message. */
export function readControlChange(bytes: Uint8Array): ControlChange | undefined {
  const [status = 0, first = 0, second = 0] = bytes;
  if (bytes.length < 3 || first > 127 || second > 127) return undefined;
  const channel = status & 0x0f;
  if ((status & 0xf0) === PITCH_BEND_STATUS) return { channel, controller: PITCH_BEND, value: (second << 7) | first };
  return (status & 0xf0) === CONTROL_CHANGE && first < FIRST_MODE_CONTROLLER ? { channel, controller: first, value: second } : undefined;
}
