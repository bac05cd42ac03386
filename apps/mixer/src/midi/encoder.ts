/** How a controller says where it is or how far it was turned. The relative forms are those of surfaces with endless encoders. */
export const ENCODINGS = {
  absolute: "Absolute, 7 bits",
  "absolute 14": "Absolute, 14 bits",
  "two's complement": "Relative: 1 up, 127 down",
  offset: "Relative: 65 up, 63 down",
  "sign bit": "Relative: 1 up, 65 down",
} as const;

export type Encoding = keyof typeof ENCODINGS;

/** The forms in which a controller says how far it was turned. */
export type RelativeEncoding = Exclude<Encoding, "absolute" | "absolute 14">;

export function isRelative(encoding: Encoding): encoding is RelativeEncoding {
  return encoding !== "absolute" && encoding !== "absolute 14";
}

/** Steps that a relative encoder was turned by, negative to the left. @param value - 0…127. */
export function encoderSteps(encoding: RelativeEncoding, value: number): number {
  switch (encoding) {
    case "two's complement":
      return value < 64 ? value : value - 128;
    case "offset":
      return value - 64;
    case "sign bit":
      return value < 64 ? value : 64 - value;
  }
}
