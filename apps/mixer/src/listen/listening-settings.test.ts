import gainTrim from "@headroom/gain-trim";
import meter from "@headroom/meter";
import equalizer from "@headroom/parametric-eq";
import { fromNumber, toNumber } from "@headroom/sdk";
import { describe, expect, it } from "vitest";
import { LISTENING_PLUGINS } from "./listening-settings.js";

const DEFINITIONS = [equalizer, gainTrim, meter];
/** Two lines of the narrowest list. */
const MOST_LETTERS = 80;

describe.each(LISTENING_PLUGINS)("the settings of $slug", ({ id, isHeard, settings }) => {
  const params: Readonly<Record<string, Parameters<typeof toNumber>[0]>> = DEFINITIONS.find((plugin) => plugin.id === id)?.params ?? {};

  it("hold values that the plugin takes as they are", () => {
    for (const setting of settings) {
      for (const [name, value] of Object.entries(setting.params)) {
        const spec = params[name];
        expect(spec, `${setting.name}: ${name}`).toBeDefined();
        if (spec) expect(fromNumber(spec, toNumber(spec, value)), `${setting.name}: ${name}`).toEqual(value);
      }
    }
  });

  it("differ from each other, each with a name and a line of its own", () => {
    for (const part of ["name", "notice"] as const) expect(new Set(settings.map((setting) => setting[part])).size).toBe(settings.length);
    expect(new Set(settings.map((setting) => JSON.stringify([setting.params, setting.song]))).size).toBe(settings.length);
    for (const { notice } of settings) expect(notice.length, notice).toBeLessThanOrEqual(MOST_LETTERS);
  });

  it("leave the song as it is where the plugin itself is to be heard", () => {
    if (isHeard) for (const { song } of settings) expect(song).toBeUndefined();
  });
});
