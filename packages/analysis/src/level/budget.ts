import { FLOOR_DB } from "@headroom/dsp";
import { FADER_FLOOR_DB, MASTER_ID, type Session } from "@headroom/session";
import type { SessionAnalysis, StripAnalysis } from "../analysis.js";
import { gatedPower, integratedLufs } from "../measure/gated-loudness.js";
import { mixLufs } from "./channel-levels.js";
import type { BudgetShare, FaderPrediction } from "./level-types.js";

/**
 * What each strip that feeds the master has of its loudness (K-weighted energy over the range) and of each octave. Strips are
 * taken as unrelated sounds, so that their powers add up. All zeros where nothing sounds.
 */
export function masterBudget(session: Session, analysis: SessionAnalysis): BudgetShare[] {
  const feeders = analysis.strips.filter(({ strip }) => session.strips[strip]?.output === MASTER_ID);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const energy = ({ power }: StripAnalysis) => power.reduce((sum, x) => sum + x, 0);
  const whole = feeders.reduce((sum, strip) => sum + energy(strip), 0);
  const octaves = analysis.octavesHz.map((_, i) => feeders.reduce((sum, strip) => sum + (strip.octaves[i] ?? 0), 0));
  return feeders.map((strip) => ({
    strip: strip.strip,
    loudness: share(energy(strip), whole),
    octaves: octaves.map((all, i) => share(strip.octaves[i] ?? 0, all)),
  }));
}

/**
 * What a fader's move will do to the strip's loudness and to the master's: block by block, so that a sound that pauses
 * changes the master only where it sounds. The strip counts as unrelated to the others, and the master's inserts as a gain.
 * @param faderDb - where the fader goes.
 */
export function predictFader(session: Session, analysis: SessionAnalysis, stripId: string, faderDb: number): FaderPrediction {
  const strip = session.strips[stripId];
  const found = analysis.strips.find((one) => one.strip === stripId);
  const master = analysis.strips.find((one) => one.strip === MASTER_ID);
  const now = mixLufs(analysis);
  if (!strip || !found || !master) return { stripLufs: FLOOR_DB, masterLufs: now, masterChangeLu: 0 };
  const gain = faderDb <= FADER_FLOOR_DB ? 0 : 10 ** ((faderDb - strip.faderDb) / 10);
  const stripLufs = integratedLufs(found.power.map((x) => x * gain));
  const change = stripId === MASTER_ID ? undefined : (gain - 1) * masterGain(analysis, session, master);
  const power = master.power.map((x, i) => (change === undefined ? x * gain : Math.max(0, x + change * (found.power[i] ?? 0))));
  const masterLufs = integratedLufs(power);
  return { stripLufs, masterLufs, masterChangeLu: gatedPower(power) === 0 || now <= FLOOR_DB ? 0 : masterLufs - now };
}

/** Power gain from what feeds the master to its output, as far as the powers tell. */
function masterGain({ strips }: SessionAnalysis, session: Session, master: StripAnalysis): number {
  let fed = 0;
  for (const { strip, power } of strips) if (session.strips[strip]?.output === MASTER_ID) fed += power.reduce((sum, x) => sum + x, 0);
  const out = master.power.reduce((sum, x) => sum + x, 0);
  return fed > 0 ? out / fed : 1;
}
