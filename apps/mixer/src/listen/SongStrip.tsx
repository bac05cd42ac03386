import { useRuntime } from "../app/runtime.js";
import { DEMO_SONG } from "../demo/song.js";
import { useSession } from "../session/use-session.js";
import { TimelineArea } from "../timeline/TimelineArea.js";
import { useTimeView } from "../timeline/use-time-view.js";
import type { ListeningPlugin } from "./listening-settings.js";

/** The song over its time, and its sections, of which each can be looped. */
export function SongStrip({ plugin }: { readonly plugin: ListeningPlugin | undefined }) {
  const strip = useSession((session) => (plugin ? session.strips[plugin.slug] : undefined));
  const scroller = useTimeView(DEMO_SONG.seconds, 0);
  return (
    <section className="listen-song" aria-label={`The demo song, ${DEMO_SONG.title}`}>
      <div className="timeline" ref={scroller}>
        <TimelineArea channels={strip ? [strip] : []} seconds={DEMO_SONG.seconds} />
      </div>
      <Sections />
    </section>
  );
}

function Sections() {
  const { transport } = useRuntime();
  const loop = useSession((session) => session.loop);
  return (
    <div className="listen-sections" role="group" aria-label="Loop a section">
      {DEMO_SONG.markers.map(({ id, name, startSeconds, endSeconds }) => {
        const isLooped = loop.enabled && loop.startSeconds === startSeconds && loop.endSeconds === endSeconds;
        return (
          <button
            key={id}
            type="button"
            className="listen-section"
            aria-pressed={isLooped}
            title={isLooped ? "Loop the whole song again" : `Loop ${name} alone`}
            style={{ flexGrow: endSeconds - startSeconds }}
            onClick={() => {
              if (isLooped) return transport.setLoop({ enabled: true, startSeconds: 0, endSeconds: DEMO_SONG.seconds });
              transport.setLoop({ enabled: true, startSeconds, endSeconds });
              transport.seek(startSeconds);
            }}
          >
            {name}
          </button>
        );
      })}
    </div>
  );
}
