import type { SoloMode, Strip } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { type MenuAction, type MenuPlace, type MenuSection, openMenu } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { clearSolo, soloAlone } from "./solo-edits.js";
import { SOLO_WORDS, soloCount } from "./solo-state.js";

/** Opens what can be done with solos; at a strip's button also what concerns that strip. */
export function openSoloMenu(runtime: Runtime, strip: Strip | undefined, place: MenuPlace): void {
  const { document } = runtime;
  const session = document.snapshot();
  const { solo } = session;
  const clear: MenuAction = { label: "Clear all solos", shortcut: "Alt+S", disabled: soloCount(session) === 0, run: () => clearSolo(runtime) };
  const own: MenuAction[] = strip
    ? [
        { label: "Solo safe", detail: "Stays on when others are soloed", shortcut: "Shift+S", checked: strip.soloSafe, run: () => void attempt(() => document.strips.set(strip.id, { soloSafe: !strip.soloSafe })) },
        { label: "Solo alone", shortcut: "Alt+click", run: () => soloAlone(runtime, strip.id) },
      ]
    : [];
  const set = (fields: Partial<SoloMode>) => () => void attempt(() => document.song.setSoloMode(fields));
  const modes: MenuAction[] = (Object.keys(SOLO_WORDS) as SoloMode["listen"][]).map((listen) => ({ label: SOLO_WORDS[listen], checked: solo.listen === listen, run: set({ listen }) }));
  const isInPlace = solo.listen === "in place";
  const sections: MenuSection[] = [
    { actions: [...own, clear] },
    { title: "A solo is heard", actions: modes },
    {
      title: "In place are heard too",
      actions: [
        { label: "Strips that feed it", checked: solo.sources, disabled: !isInPlace, run: set({ sources: !solo.sources }) },
        { label: "Buses that it sends to", checked: solo.sends, disabled: !isInPlace, run: set({ sends: !solo.sends }) },
      ],
    },
    { title: "Several", actions: [{ label: "One solo at a time", checked: solo.exclusive, run: set({ exclusive: !solo.exclusive }) }] },
  ];
  openMenu.set({ label: strip ? `Solo of ${strip.name}` : "Solo", place, sections });
}
