import { Play } from "lucide-react";
import { useRuntime } from "../../app/runtime.js";
import { useObservable } from "../../state/observable.js";
import { ViewChoice } from "../parts/ViewChoice.js";

interface HearChoiceProps<Id extends string> {
  readonly options: readonly (readonly [id: Id, text: string])[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** Which of several versions is heard, and play where the song stands still. */
export function HearChoice<Id extends string>(props: HearChoiceProps<Id>) {
  const { transport } = useRuntime();
  const isPlaying = useObservable(transport.playing);
  return (
    <div className="hear-choice">
      <span>Hear</span>
      <ViewChoice name="Hear" {...props} />
      {!isPlaying && (
        <button type="button" className="hr-button" onClick={() => void transport.play()}>
          <Play size={11} aria-hidden="true" /> Play the song
        </button>
      )}
    </div>
  );
}
