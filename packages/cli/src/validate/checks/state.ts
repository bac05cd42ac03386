import { isDeepStrictEqual } from "node:util";
import { complaints, skip, type Check, type Finding } from "../check.js";
import { randomParams } from "../random-params.js";
import type { Subject } from "../subject.js";

const NONE = "It keeps no data of its own beyond its parameters.";

export const STATE: readonly Check[] = [
  {
    id: "state.comes-back",
    level: 4,
    needs: ["audio.repeatable"],
    run(subject) {
      const params = randomParams(subject.parameters, 11);
      const first = subject.create({ params });
      subject.render(subject.noise(8192), { instance: first });
      const data = first.save();
      if (data === undefined) return skip(NONE);
      const second = subject.create({ params, data });
      const again = second.save();
      const same = again !== undefined && isDeepStrictEqual(JSON.parse(again), JSON.parse(data));
      first.reset();
      second.reset();
      const input = subject.noise(4096, { seed: 5 });
      const alike = isDeepStrictEqual(subject.render(input, { instance: second }), subject.render(input, { instance: first }));
      return complaints(
        [
          ...(same ? [] : ["What save() gave, given back to restore(), is not what save() gives then; restore all of it, and save plain data: lists and objects, not typed arrays, maps or dates."]),
          ...(alike ? [] : ["After restore() and reset() it does not sound as the instance that was saved; save all that shapes the sound and is no parameter."]),
        ],
        "What it saves comes back.",
      );
    },
  },
  {
    id: "state.garbage",
    level: 6,
    needs: ["audio.finite"],
    run(subject): Finding {
      const saved = subject.create().save();
      if (saved === undefined) return skip(NONE);
      const found = garbage(JSON.parse(saved) as unknown).flatMap((data) => {
        if (plays(subject, data)) return [];
        return [`After restore(${data.length > 60 ? `${data.slice(0, 60)}… (${data.length} letters)` : data}), which is not what it saves, its output is not sound; refuse such data with an error, or take what is sound in it: stored sessions can be damaged.`];
      });
      return complaints(found, "Damaged data does no harm.");
    },
  },
  {
    id: "state.migrations",
    level: 3,
    needs: ["contract.statement"],
    run({ descriptor, realm }) {
      const { stateVersion } = descriptor;
      if (!Number.isInteger(stateVersion) || stateVersion < 1) return complaints([`"state.version" is ${String(stateVersion)}; write a whole number from 1, raised by one when the saved form changes.`], "");
      const there = JSON.parse(realm.api.migrations()) as number[];
      const missing = Array.from({ length: stateVersion - 1 }, (_, i) => i + 1).filter((version) => !there.includes(version));
      return complaints(
        missing.map((version) => `Its state is of version ${stateVersion}, and there is no "migrate[${version}]"; without it, sessions saved with version ${version} lose their data.`),
        stateVersion === 1 ? "Its state has had one form so far." : `State of all ${stateVersion} versions is read.`,
      );
    },
  },
];

/** What may stand in a damaged session, as JSON: of another kind, too large, or with parts of the true form made wrong. */
function garbage(saved: unknown): string[] {
  const wrong = [null, 0, -1, 1e308, "", "text", [], {}, [[[[]]]], { a: { b: { c: null } } }, "x".repeat(2 ** 20), Array.from({ length: 2 ** 17 }, (_, i) => i * 1e300)];
  const parts = typeof saved === "object" && saved !== null ? Object.keys(saved) : [];
  const damaged = parts.flatMap((key) => wrong.slice(0, 6).map((value) => ({ ...(saved as object), [key]: value })));
  return [...wrong, ...damaged].map((value) => JSON.stringify(value));
}

function plays(subject: Subject, data: string): boolean {
  let instance;
  try {
    instance = subject.create({ data });
  } catch {
    // Refusing is right.
    return true;
  }
  return subject.render(subject.noise(2048), { instance }).every((channel) => channel.every(Number.isFinite));
}
