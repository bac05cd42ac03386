import type { Strip } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { type MenuAction, type MenuPlace, openMenu } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { findSend } from "../session/find-send.js";
import { routeTargets } from "../strips/route-targets.js";
import { focusSend } from "./send-focus.js";
import { openSend } from "./send-panel-state.js";

/** Offers where a strip can send to; what would be a loop is shown with its path and cannot be chosen. */
export function openNewSendMenu({ document }: Runtime, strip: Strip, place: MenuPlace): void {
  const add = (to: () => string, name?: string) =>
    void attempt(() => {
      const make = () => document.sends.add(strip.id, to());
      focusSend(name === undefined ? make() : document.edit(name, make));
    });
  const actions: MenuAction[] = routeTargets(document.snapshot(), strip.id).map(({ id, name, color, loop }) => ({
    label: name,
    color,
    disabled: loop !== undefined,
    ...(loop === undefined ? {} : { detail: `Would be a loop: ${loop}` }),
    run: () => add(() => id),
  }));
  const newBus = () => add(() => document.strips.add("bus", { name: "Bus" }), `Send ${strip.name} to a new bus`);
  openMenu.set({
    label: `Send ${strip.name} to`,
    place,
    sections: [{ title: `Send ${strip.name} to`, actions }, { stays: true, actions: [{ label: "New bus", run: newBus }] }],
  });
}

/** Opens the menu of what can be done with a send. */
export function openSendMenu({ document }: Runtime, sendId: string, place: MenuPlace): void {
  const placed = findSend(document.snapshot(), sendId);
  if (!placed) return;
  const { send, strip } = placed;
  const edit = (run: () => void) => () => void attempt(run);
  const actions: MenuAction[] = [
    { label: "Level, pan…", shortcut: "Enter", run: () => openSend.set({ sendId, place }) },
    { label: "Before the fader", shortcut: "P", checked: send.preFader, run: edit(() => document.sends.set(sendId, { preFader: !send.preFader })) },
    { label: "Mute", shortcut: "M", checked: send.mute, run: edit(() => document.sends.set(sendId, { mute: !send.mute })) },
    { label: "Remove", shortcut: "Del", dangerous: true, run: edit(() => document.sends.remove(sendId)) },
  ];
  const targets: MenuAction[] = routeTargets(document.snapshot(), strip.id).map(({ id, name, color, loop }) => ({
    label: name,
    color,
    checked: id === send.to,
    disabled: loop !== undefined,
    ...(loop === undefined ? {} : { detail: `Would be a loop: ${loop}` }),
    run: edit(() => document.sends.set(sendId, { to: id })),
  }));
  openMenu.set({ label: `Send of ${strip.name}`, place, sections: [{ actions }, { title: "Goes to", actions: targets }] });
}
