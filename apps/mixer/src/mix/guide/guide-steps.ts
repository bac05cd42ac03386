import type { DemoFault } from "../../demo/faults.js";
import type { showInMixPanel } from "../panel/mix-panel-state.js";

interface GuideStep {
  readonly title: string;
  readonly text: string;
  /** Where its numbers are measured. */
  readonly place: Parameters<typeof showInMixPanel>[0];
  readonly placeName: string;
  /** Which of the demo song's faults is heard and seen here. */
  readonly fault?: DemoFault["id"];
}

/** The way through the three steps of a mix. Each step stands for itself: who leaves or skips misses nothing later. */
export const GUIDE_STEPS: readonly GuideStep[] = [
  {
    title: "Listen, and watch the levels",
    text: "Each row is a strip, each column a point on its way to the master. Play the song: the line at the top names the first point that goes over full scale, and what comes of it.",
    place: { step: "gain", gainView: "live" },
    placeName: "Live ledger",
    fault: "hot levels",
  },
  {
    title: "Measure the whole song",
    text: "Analyse the song: it is measured from start to end, faster than it plays. Then a click on an over of the master shows what each strip gave to that very sample.",
    place: { step: "gain", gainView: "song" },
    placeName: "Whole song",
  },
  {
    title: "Stage the gain",
    text: "Propose shows the trim that would bring each source to one level, with the levels before and after. Apply all of it, leave out what you doubt, or set trims by ear; undo takes it back.",
    place: { step: "gain", gainView: "stage" },
    placeName: "Stage gains",
  },
  {
    title: "Hear who is too loud and who is lost",
    text: "Loudness is measured while a channel sounds, so that a clap in every fourth bar and a pad can be compared. Drag a fader: what it will do to channel and master shows before you let go.",
    place: { step: "level", levelView: "list" },
    placeName: "Loudness",
    fault: "dull hats",
  },
  {
    title: "Find a first balance",
    text: "There are several ways, and people differ in which they use. Each is explained where it is chosen; its proposal is a place to start from, and your ears decide where it ends.",
    place: { step: "level", levelView: "suggest" },
    placeName: "Suggest levels",
  },
  {
    title: "Find out what hides what",
    text: "A cell of the matrix says how much of the row's channel the column's hides. Choose a pair to see where in the spectrum and when, and what an EQ could do. An overlap that is meant can be marked so.",
    place: { step: "space" },
    placeName: "EQ for space",
    fault: "bass masks hats",
  },
  {
    title: "Make room where many meet",
    text: "The list names the worst pairs first. Where one channel is in many of them, less of it in that range helps all the others at once.",
    place: { step: "space" },
    placeName: "EQ for space",
    fault: "crowded low mids",
  },
  {
    title: "Check the mix",
    text: "Analyse the song again and read the report: what is left to look at, with times, and with a way back to the step in which it is measured.",
    place: { step: "check" },
    placeName: "Mix check",
  },
];
