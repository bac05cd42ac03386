import type { MixerEngine } from "@headroom/engine";
import { type MenuAction, type MenuPlace, type MenuSection, openMenu } from "../menu/menu-request.js";
import { HOPS, hopSetting, setHopSetting } from "./hop-setting.js";
import { milliseconds } from "./status-items.js";

/** Offers the hop, and what helps where plugins drop out. */
export function openHopMenu(engine: MixerEngine, place: MenuPlace): void {
  const { hop, sampleRate, dropouts, isolated } = engine.status();
  const text = (frames: number) => `${frames} frames · ${milliseconds(frames, sampleRate)}`;
  const choose = (setting: number | "auto") => () => {
    setHopSetting(setting);
    engine.setHop(setting);
  };
  const choices: MenuAction[] = isolated
    ? [
        { label: "Automatic", detail: `Now ${text(hop)}; raised where plugins are late`, checked: hopSetting.value === "auto", run: choose("auto") },
        ...HOPS.map((frames) => ({ label: text(frames), checked: hopSetting.value === frames, run: choose(frames) })),
      ]
    : [{ label: "No hop: plugins run in the audio thread here", disabled: true, run: () => undefined }];
  const sections: MenuSection[] = [{ title: "Delay that buys the plugins time", actions: choices }];
  const larger = HOPS.find((frames) => frames > hop);
  if (isolated && dropouts > 0) {
    sections.push({
      title: `${dropouts.toLocaleString("en")} dropouts since the start`,
      actions: [
        larger === undefined
          ? { label: "The hop is the largest", detail: "Bypass the plugins with the longest bars in their slots, or close other programs", disabled: true, run: () => undefined }
          : { label: `Take ${text(larger)}`, detail: "More time for late plugins. Bypassing those with the longest bars helps too", run: choose(larger) },
      ],
    });
  }
  openMenu.set({ label: "Hop", place, sections });
}
