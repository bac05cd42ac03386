import { MASTER_ID, type Session, type Vca, vcaLoop, vcasInWords } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { type MenuAction, type MenuPlace, openMenu } from "../menu/menu-request.js";
import { linkedIn, recolor, removeStrips } from "../strips/linked-edits.js";
import { inMixerOrder } from "../strips/mixer-order.js";
import { renaming } from "../strips/renaming.js";
import { STRIP_COLORS } from "../strips/strip-colors.js";
import { addVca, toggleMember } from "./vca-edits.js";
import { vcaOrder } from "./vca-order.js";

/** Opens the menu of what can be done with a VCA. */
export function openVcaMenu({ document }: Runtime, vca: Vca, place: MenuPlace): void {
  const actions: MenuAction[] = [
    { label: "Rename", shortcut: "F2", run: () => renaming.set(vca.id) },
    { label: "Delete", detail: "Its members keep their own faders", shortcut: "Del", dangerous: true, run: () => removeStrips(document, vca.id) },
  ];
  const colors = STRIP_COLORS.map(({ name, color }) => ({ label: name, color, checked: color === vca.color, run: () => recolor(document, vca.id, color) }));
  openMenu.set({ label: vca.name, place, sections: [{ actions }, { title: "Colour", actions: colors }] });
}

/** Offers what a VCA can hold; what would be a loop is shown with its path and cannot be chosen. */
export function openMembersMenu(runtime: Runtime, vca: Vca, place: MenuPlace): void {
  const session = runtime.document.snapshot();
  const choice = (id: string, name: string, color: string): MenuAction => {
    const loop = vcaLoop(session.vcas, vca.id, id);
    return {
      label: name,
      color,
      checked: vca.members.includes(id),
      disabled: loop !== undefined,
      ...(loop ? { detail: `Would be a loop: ${vcasInWords(session, loop)}` } : {}),
      run: () => toggleMember(runtime, vca.id, id),
    };
  };
  const strips = [...inMixerOrder(session), MASTER_ID].flatMap((id) => choiceOf(session.strips[id], choice));
  const vcas = vcaOrder(session).flatMap((id) => (id === vca.id ? [] : choiceOf(session.vcas[id], choice)));
  openMenu.set({
    label: `Members of ${vca.name}`,
    place,
    sections: [{ title: `${vca.name} holds`, actions: strips }, ...(vcas.length > 0 ? [{ title: "Other VCAs", actions: vcas }] : [])],
  });
}

/** The part of a strip's menu that says which VCAs hold it. */
export function membershipActions(runtime: Runtime, session: Session, stripId: string): readonly MenuAction[] {
  const own = vcaOrder(session).flatMap((id) => {
    const vca = session.vcas[id];
    return vca ? [{ label: vca.name || id, color: vca.color, checked: vca.members.includes(stripId), run: () => toggleMember(runtime, id, stripId) }] : [];
  });
  const members = linkedIn(session, stripId);
  return [...own, { label: members.length > 1 ? `New VCA with the ${members.length} selected strips` : "New VCA with this strip", run: () => addVca(runtime, members) }];
}

function choiceOf(found: { readonly id: string; readonly name: string; readonly color: string } | undefined, choice: (id: string, name: string, color: string) => MenuAction): MenuAction[] {
  return found ? [choice(found.id, found.name || found.id, found.color)] : [];
}
