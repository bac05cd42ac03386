import { Knob } from "@headroom/ui";
import type { Monitor } from "@headroom/session";
import { useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";
import { atPointer } from "../menu/menu-request.js";
import { SOLO_MARKS, SOLO_WORDS, soloCount } from "../solo/solo-state.js";
import { openDimMenu } from "./dim-menu.js";
import { MonitorButton } from "./MonitorButton.js";
import "./monitor.css";

const SIDES: Readonly<Record<Monitor["sides"], { readonly mark: string; readonly words: string; readonly next: Monitor["sides"] }>> = {
  both: { mark: "L R", words: "both sides", next: "left" },
  left: { mark: "L", words: "the left side alone", next: "right" },
  right: { mark: "R", words: "the right side alone", next: "both" },
};

/** What lies between the master and the speakers: how loud one listens and to what. No part of the mix, and no step of undo. */
export function MonitorColumn() {
  const runtime = useRuntime();
  const { document, handles } = runtime;
  const monitor = useSession((session) => session.monitor);
  const listen = useSession(({ solo }) => solo.listen);
  const solos = useSession(soloCount);
  const level = useMemo(() => handles.monitorLevel(), [handles]);
  const set = (fields: Partial<Monitor>) => void attempt(() => document.song.setMonitor(fields));
  const isListening = listen !== "in place" && solos > 0;
  const sides = SIDES[monitor.sides];
  return (
    <div className="monitor" role="group" aria-label="Monitor">
      <div className="monitor-title" role="status" data-listens={isListening || undefined} title={isListening ? `${SOLO_WORDS[listen]}: the monitor hears what is soloed instead of the master` : "The monitor hears the master"}>
        <span aria-hidden="true">{isListening ? SOLO_MARKS[listen] : "Monitor"}</span>
        <span className="hr-hidden">{isListening ? `The monitor hears what is soloed. ${SOLO_WORDS[listen]}.` : ""}</span>
      </div>
      <Knob handle={level} size={26} label="" name="Monitor level" />
      <MonitorButton
        mark="Dim"
        name={`Dim the monitor by ${-monitor.dimDb} dB`}
        hint="Right button: by how much"
        isOn={monitor.dim}
        onClick={() => set({ dim: !monitor.dim })}
        onMenu={(event) => openDimMenu(runtime, atPointer(event))}
      />
      <MonitorButton mark="Mono" name="Monitor in mono" isOn={monitor.mono} onClick={() => set({ mono: !monitor.mono })} />
      <MonitorButton mark="Mute" name="Mute the monitor" className="strip-mute" isOn={monitor.mute} onClick={() => set({ mute: !monitor.mute })} />
      <MonitorButton mark="Swap" name="Swap left and right in the monitor" isOn={monitor.swap} onClick={() => set({ swap: !monitor.swap })} />
      <MonitorButton mark={sides.mark} name={`Monitor hears ${sides.words}`} hint="Click: left, right, both" isOn={monitor.sides !== "both"} onClick={() => set({ sides: sides.next })} />
    </div>
  );
}
