import { createSession, createStrip, emptySlots, type HostingMode, type Session } from "@headroom/session";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainsOf } from "./chains.js";
import { placeInserts } from "./placement.js";
import { allStrips } from "./routing.js";

const MODES = ["isolated", "per channel", "per plugin", "inline"] as const;
/** Two plugins of the host's own and two that are not. */
const PLUGINS = ["own.a", "own.b", "other.a", "other.b"] as const;
const isTrusted = (plugin: string) => plugin.startsWith("own.");

function sessionOf(strips: readonly (readonly [plugin: string, hosting: HostingMode | undefined][])[], fields: Partial<Session>): Session {
  const made = strips.map((inserts, s) => {
    const slots = inserts.map(([plugin, hosting], i) => ({ id: `${s}.${i}`, plugin, version: "1.0.0", bypass: false, mix: 1, params: {}, ...(hosting && { hosting }) }));
    return createStrip("channel", { id: `s${s}`, inserts: [...slots, ...emptySlots().slice(slots.length)], slotsBeforeFader: 2 });
  });
  const session = createSession(fields);
  return { ...session, strips: { ...session.strips, ...Object.fromEntries(made.map((strip) => [strip.id, strip])) }, order: made.map(({ id }) => id) };
}

const anyInsert = fc.tuple(fc.constantFrom(...PLUGINS), fc.option(fc.constantFrom(...MODES), { nil: undefined }));
const anySession = fc.tuple(fc.array(fc.array(anyInsert, { maxLength: 4 }), { maxLength: 4 }), fc.option(fc.constantFrom(...MODES), { nil: undefined }))
  .map(([strips, hosting]) => sessionOf(strips, hosting ? { hosting } : {}));

describe("placeInserts", () => {
  it("never puts code that is not trusted beside other code, and a chain wholly in the audio thread or not at all", () => {
    fc.assert(
      fc.property(anySession, fc.constantFrom(...MODES), (session, fallback) => {
        const places = placeInserts(session, { fallback, shared: true, isTrusted });
        const groups = new Map<string, Set<string>>();
        for (const strip of allStrips(session)) {
          for (const { inserts } of chainsOf(strip)) {
            const chain = inserts.flatMap((insert) => (insert ? [{ insert, place: places.get(insert.id) }] : []));
            expect(new Set(chain.map(({ place }) => place?.mode === "inline")).size).toBeLessThanOrEqual(1);
            for (const { insert, place } of chain) {
              expect(place?.asked).toBe(insert.hosting ?? session.hosting ?? fallback);
              if (place?.mode === "inline") expect(isTrusted(insert.plugin)).toBe(true);
              if (place?.group !== undefined) groups.set(place.group, (groups.get(place.group) ?? new Set()).add(insert.plugin));
            }
          }
        }
        for (const plugins of groups.values()) if (plugins.size > 1) expect([...plugins].every(isTrusted)).toBe(true);
      }),
    );
  });

  it("shares a worker by channel, on both sides of the fader, or by plugin, over the session", () => {
    const own = (hosting: HostingMode) => ["own.a", hosting] as [string, HostingMode];
    const session = sessionOf([[own("per channel"), own("per channel"), own("per channel")], [own("per plugin"), own("isolated")], [own("per plugin")]], {});
    const places = placeInserts(session, { fallback: "isolated", shared: true, isTrusted });
    const group = (id: string) => places.get(id)?.group;
    expect([group("0.0"), group("0.1"), group("0.2")]).toEqual(["channel s0", "channel s0", "channel s0"]);
    expect([group("1.0"), group("1.1"), group("2.0")]).toEqual(["plugin own.a", undefined, "plugin own.a"]);
  });

  it("puts all into the audio thread where no memory can be shared", () => {
    const session = sessionOf([[["other.a", "isolated"]]], {});
    expect(placeInserts(session, { fallback: "isolated", shared: false, isTrusted }).get("0.0")?.mode).toBe("inline");
  });

  it("leaves a plugin that is not known where it is to be", () => {
    const session = sessionOf([[["absent", "inline"], ["own.a", "inline"]]], {});
    const places = placeInserts(session, { fallback: "isolated", shared: true, isTrusted: (plugin) => (plugin === "absent" ? undefined : true) });
    expect([places.get("0.0")?.mode, places.get("0.1")?.mode]).toEqual(["inline", "inline"]);
  });
});
