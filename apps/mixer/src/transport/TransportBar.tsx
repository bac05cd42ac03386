import { NumberBox } from "@headroom/ui";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";
import { TransportControls } from "./TransportControls.js";

/** The mixer's transport: the controls and the song's tempo. */
export function TransportBar() {
  const { document } = useRuntime();
  const tempo = useSession((session) => session.tempo);
  return (
    <TransportControls>
      <label className="tempo">
        <NumberBox name="Tempo in beats per minute" value={tempo} min={20} max={400} onChange={(value) => attempt(() => document.song.setTempo(value))} />
        <span aria-hidden="true">bpm</span>
      </label>
    </TransportControls>
  );
}
