import type { Runtime } from "../app/runtime.js";
import { type MenuPlace, openMenu } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";

/** Gains of dim that are offered. dB. */
const DIMS_DB = [-10, -15, -20, -30];

/** Offers by how much dim takes the monitor down. */
export function openDimMenu({ document }: Runtime, place: MenuPlace): void {
  const { dimDb } = document.snapshot().monitor;
  const actions = DIMS_DB.map((db) => ({ label: `${-db} dB`, checked: db === dimDb, run: () => void attempt(() => document.song.setMonitor({ dimDb: db, dim: true })) }));
  openMenu.set({ label: "Dim by", place, sections: [{ title: "Dim the monitor by", actions }] });
}
