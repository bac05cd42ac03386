import { expect, it } from "vitest";
import { barSeconds, barsText, clockText } from "./time-text.js";

it("counts bars, beats and sixteenths from 1", () => {
  expect(barsText(0, 120)).toBe("1.1.1");
  expect(barsText(0.5, 120)).toBe("1.2.1");
  expect(barsText(2.125, 120)).toBe("2.1.2");
});

it("does not lag by rounding at a bar line", () => {
  for (let bar = 0; bar < 200; bar++) expect(barsText(bar * barSeconds(97), 97)).toBe(`${bar + 1}.1.1`);
});

it("writes minutes, seconds and tenths", () => {
  expect(clockText(0)).toBe("0:00.0");
  expect(clockText(62.3)).toBe("1:02.3");
  expect(clockText(59.99)).toBe("0:59.9");
});
