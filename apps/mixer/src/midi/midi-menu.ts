import type { AttachedControl } from "@headroom/ui";
import type { Runtime } from "../app/runtime.js";
import type { MenuSection } from "../menu/menu-request.js";
import { midiLearning, midiListShown } from "./midi-learning.js";
import { mappingOf, removeMapping } from "./midi-mapping.js";
import { controllerText } from "./midi-text.js";
import { placeOfControl } from "./midi-target.js";

/** What a control's menu offers of MIDI; nothing for a control that is no part of the session. */
export function midiSections(runtime: Runtime, { handle, name }: AttachedControl): readonly MenuSection[] {
  const place = placeOfControl(runtime, handle);
  if (!place) return [];
  const mapping = mappingOf(place);
  return [
    {
      title: "MIDI",
      actions: [
        { label: "MIDI learn…", detail: mapping ? `Now ${controllerText(mapping)} of ${mapping.device}` : "Then move a knob or fader on your device", run: () => midiLearning.set({ ...place, name }) },
        ...(mapping ? [{ label: "Forget MIDI", dangerous: true, run: () => removeMapping(mapping) }] : []),
        { label: "All MIDI mappings…", run: () => midiListShown.set(true) },
      ],
    },
  ];
}
