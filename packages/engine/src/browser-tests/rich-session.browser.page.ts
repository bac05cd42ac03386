import type { HostingMode, MixerEngine } from "@headroom/engine";
import { createStrip, type Session } from "@headroom/session";
import { channel, EQ, insert, METER, programme, sessionOf, slots, TRIM, withSession } from "./engine.browser.page.js";

const EQ_BUSY = {
  "band1.enabled": true, "band1.frequency": 120, "band1.gain": 6,
  "band2.enabled": true, "band2.frequency": 800, "band2.gain": -9, "band2.q": 3,
  "band3.enabled": true, "band3.frequency": 6000, "band3.gain": 4,
};

/** Four channels with a chain each, a bus with inserts, and a master with inserts. */
export function richSession(): Session {
  const channels = [1, 2, 3, 4].map((i) =>
    channel(`c${i}`, {
      faderDb: -3 * i,
      pan: (i - 2.5) / 2,
      width: 1 + i / 10,
      trimDb: i - 2,
      output: i > 2 ? "bus" : "master",
      inserts: slots(insert(`eq${i}`, EQ, EQ_BUSY), insert(`trim${i}`, TRIM, { gain: -i, pan: i * 10 })),
    }),
  );
  const bus = createStrip("bus", { id: "bus", name: "Bus", inserts: slots(insert("eqBus", EQ, EQ_BUSY)) });
  return sessionOf([...channels, bus], { inserts: slots(insert("meter", METER), insert("trimM", TRIM, { gain: -2 })) });
}

export function withRichSession<T>(hosting: HostingMode, use: (engine: MixerEngine, context: AudioContext) => Promise<T>): Promise<T> {
  const audio = Object.fromEntries([1, 2, 3, 4].map((i) => [`c${i}`, programme(5, i)]));
  return withSession(hosting, richSession(), audio, use);
}

/** Parameters of many kinds moving at stated frames of the song. */
export function movements(engine: MixerEngine): (songStart: number) => void {
  return (start) => {
    for (let step = 0; step < 40; step++) {
      const frame = start + 4000 + step * 2501;
      engine.setParameter("eq1", "band2.frequency", 300 + step * 150, frame);
      engine.setParameter("eq2", "band1.gain", 6 - (step % 12), frame + 77);
      engine.setParameter("trim3", "gain", -(step % 7), frame + 131);
      engine.setInsertControl("eq4", "bypass", step % 2, frame + 1000);
      engine.setInsertControl("trim2", "mix", (step % 10) / 10, frame + 513);
    }
  };
}
