/**
 * Targets of playhead commands in the transport queue. `frame` is the engine frame at which the command
 * takes effect, `value` what is said here.
 */
export const TransportTarget = {
  /** Play. Value: song frame to start from, or below 0 to go on from where it stands. */
  play: 0,
  /** Pause. Value: none. */
  pause: 1,
  /** Move. Value: song frame. */
  seek: 2,
  /** Loop starts here. Value: song frame. Takes effect with `loopEnd`. */
  loopStart: 3,
  /** Loop ends before here. Value: song frame; at or below the start there is no loop. */
  loopEnd: 4,
  /** Tempo. Value: quarter notes a minute. */
  tempo: 5,
} as const;
