import { routeInWords, routingLoop } from "../routing.js";
import { MASTER_ID, type Insert, type Send, type Session } from "../schema.js";
import { vcaLoop, vcasInWords } from "../vcas.js";

/** What the schema cannot say: that everything a session refers to exists, once. Empty when all is well. */
export function referenceProblems(session: Session): string[] {
  const problems: string[] = [];
  const strips = Object.entries(session.strips);
  const inserts = new Set<string>();
  const clips = new Set<string>();
  const sends = new Set<string>();

  if (session.strips[MASTER_ID]?.kind !== "master") problems.push(`The session has no master; it needs a strip "${MASTER_ID}" of kind master.`);
  for (const [id, strip] of strips) {
    const name = strip.name || id;
    if (strip.id !== id) problems.push(`The strip at "${id}" says its id is "${strip.id}"; both must be the same.`);
    if (strip.kind === "master" && id !== MASTER_ID) problems.push(`${name} is a second master; make it a bus.`);
    if (strip.kind === "master" && strip.output !== null) problems.push(`The master is routed to "${strip.output}"; its output must be null.`);
    problems.push(...outputProblems(session, id, name));
    for (const send of strip.sends) {
      if (sends.has(send.id)) problems.push(`The send "${send.id}" of ${name} is there twice; every send needs an id of its own.`);
      sends.add(send.id);
      problems.push(...sendProblems(session, id, send));
    }
    for (const insert of strip.inserts) {
      if (insert && inserts.has(insert.id)) problems.push(`The insert "${insert.id}" on ${name} is there twice; every insert needs an id of its own.`);
      if (!insert) continue;
      inserts.add(insert.id);
      problems.push(...sidechainProblems(session, id, insert));
    }
    for (const clip of strip.clips) {
      if (clips.has(clip.id)) problems.push(`The clip "${clip.id}" on ${name} is there twice; every clip needs an id of its own.`);
      clips.add(clip.id);
      if (!session.audio[clip.audio]) problems.push(`A clip on ${name} plays the audio file "${clip.audio}", which the session does not list; add it to audio or remove the clip.`);
      if (clip.loop && !(clip.loop.endSeconds > clip.loop.startSeconds)) problems.push(`The loop of the clip "${clip.id}" on ${name} goes from ${clip.loop.startSeconds} s to ${clip.loop.endSeconds} s; let it end later than it starts.`);
    }
  }
  for (const [id, marker] of Object.entries(session.markers)) {
    if (marker.id !== id) problems.push(`The marker at "${id}" says its id is "${marker.id}"; both must be the same.`);
  }
  return [...problems, ...vcaProblems(session), ...orderProblems(session)];
}

function sendProblems(session: Session, stripId: string, { to }: Send): string[] {
  const strip = session.strips[stripId];
  const name = strip?.name || stripId;
  const target = session.strips[to];
  if (strip?.kind === "master") return ["The master has a send; it goes to the speakers alone."];
  if (!target) return [`${name} sends to "${to}", which is not in the session; remove the send.`];
  if (target.kind === "channel") return [`${name} sends to the channel ${target.name || to}; only buses and the master take other strips.`];
  const loop = routingLoop(session.strips, stripId, to);
  return loop ? [`${routeInWords(session, loop)} is a loop; remove one of its sends.`] : [];
}

function vcaProblems(session: Session): string[] {
  return Object.entries(session.vcas).flatMap(([id, { id: own, name, members }]) => {
    const title = `The VCA ${name || id}`;
    const problems: string[] = [];
    if (own !== id) problems.push(`${title} is at "${id}" and says its id is "${own}"; both must be the same.`);
    if (session.strips[id]) problems.push(`${title} has the id of a strip, "${id}"; give it another.`);
    for (const member of members) {
      if (!session.strips[member] && !session.vcas[member]) problems.push(`${title} holds "${member}", which is not in the session; take it out.`);
      const loop = vcaLoop(session.vcas, id, member);
      if (loop) problems.push(`${vcasInWords(session, loop)} is a loop of VCAs; take one out of the other.`);
    }
    return problems;
  });
}

function outputProblems(session: Session, id: string, name: string): string[] {
  const output = session.strips[id]?.output ?? null;
  if (output === null || id === MASTER_ID) return [];
  const target = session.strips[output];
  if (!target) return [`${name} is routed to "${output}", which is not in the session; route it to "${MASTER_ID}".`];
  if (target.kind === "channel") return [`${name} is routed to the channel ${target.name || output}; only buses and the master take other strips.`];
  const loop = routingLoop(session.strips, id, output);
  return loop ? [`${routeInWords(session, loop)} is a loop; route one of them to the master.`] : [];
}

function sidechainProblems(session: Session, stripId: string, { id, sidechain }: Insert): string[] {
  if (sidechain === undefined) return [];
  if (!session.strips[sidechain]) return [`The insert "${id}" hears the sidechain "${sidechain}", which is not in the session; choose a strip, or none.`];
  const loop = routingLoop(session.strips, sidechain, stripId);
  return loop ? [`${routeInWords(session, loop)} is a loop; choose another sidechain for the insert "${id}".`] : [];
}

function orderProblems({ order, strips }: Session): string[] {
  const listed = new Set(order);
  const expected = Object.keys(strips).filter((id) => id !== MASTER_ID);
  if (listed.size === order.length && listed.size === expected.length && expected.every((id) => listed.has(id))) return [];
  return [`The order lists ${order.length} strips and the session has ${expected.length}; list each channel and bus once, and not the master.`];
}
