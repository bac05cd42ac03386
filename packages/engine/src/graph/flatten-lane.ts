import type { LanePoint } from "@headroom/session";
import { bend, curveOfPart } from "@headroom/session/curves";
import type { LaneTable } from "../shared/lane-table.js";

interface Node {
  readonly frame: number;
  readonly value: number;
  readonly curve: number;
}

let tables = 0;

export interface FlattenOptions {
  readonly sampleRate: number;
  /** Frames in which a step is walked, from its time on; 0 leaves it a step. */
  readonly rampFrames: number;
  /** Every point holds its value: between two values there is nothing. */
  readonly steps: boolean;
  /** Value of a node for a point's. */
  readonly map: (value: number) => number;
}

/** A lane as a table of frames. @param points - in order of their time, at least one. @param shared - for other threads. */
export function flattenLane(points: readonly LanePoint[], options: FlattenOptions, shared: boolean): LaneTable {
  const nodes = options.rampFrames > 0 ? walkSteps(nodesOf(points, options), options.rampFrames) : nodesOf(points, options);
  const column = (of: (node: Node) => number): Float64Array => {
    const numbers = new Float64Array(shared ? new SharedArrayBuffer(nodes.length * 8) : new ArrayBuffer(nodes.length * 8));
    nodes.forEach((node, i) => {
      numbers[i] = of(node);
    });
    return numbers;
  };
  return { id: ++tables, frames: column(({ frame }) => frame), values: column(({ value }) => value), curves: column(({ curve }) => curve) };
}

function nodesOf(points: readonly LanePoint[], { sampleRate, steps, map }: FlattenOptions): Node[] {
  const frameOf = ({ seconds }: LanePoint) => Math.round(seconds * sampleRate);
  const nodes = points.flatMap((point, i): Node[] => {
    const node = { frame: frameOf(point), value: map(point.value), curve: point.curve };
    const next = points[i + 1];
    return next && (steps || point.hold) ? [node, { ...node, frame: frameOf(next), curve: 0 }] : [node];
  });
  // Of more than two at one frame, what comes in and what goes out is seen; two that are the same are one.
  const seen = nodes.filter(({ frame }, i) => nodes[i - 1]?.frame !== frame || nodes[i + 1]?.frame !== frame);
  return seen.filter(({ frame, value }, i) => seen[i + 1]?.frame !== frame || seen[i + 1]?.value !== value);
}

/** Steps become lines that begin at the step and end where the lane is then; what lies within is passed over. */
function walkSteps(nodes: readonly Node[], rampFrames: number): Node[] {
  const walked: Node[] = [];
  for (let i = 0; i < nodes.length; ) {
    const node = nodes[i] as Node;
    if (nodes[i + 1]?.frame !== node.frame) {
      walked.push(node);
      i += 1;
      continue;
    }
    const end = node.frame + rampFrames;
    let last = i + 1;
    while ((nodes[last + 1]?.frame ?? Infinity) <= end) last += 1;
    walked.push({ ...node, curve: 0 }, nodeAt(nodes[last] as Node, nodes[last + 1], end));
    i = last + 1;
  }
  return walked;
}

/** The node that cuts the way from one to another at a frame. */
function nodeAt(from: Node, to: Node | undefined, frame: number): Node {
  if (!to || from.frame === frame) return { ...from, frame };
  const share = (frame - from.frame) / (to.frame - from.frame);
  return { frame, value: from.value + (to.value - from.value) * bend(share, from.curve), curve: curveOfPart(from.curve, 1 - share) };
}
