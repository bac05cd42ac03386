import type { HostingMode } from "@headroom/engine";
import type { Runtime } from "../app/runtime.js";
import { type MenuAction, type MenuPlace, type MenuSection, openMenu } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { findInsert } from "../session/find-insert.js";
import { notify, sentence } from "../status/notices.js";
import { HOSTING_MODES, hostingLabel, NEEDS_TRUST } from "./hosting-modes.js";

const NOT_ISOLATED: MenuSection = { actions: [{ label: "All plugins run in the audio thread", detail: "This page is not cross-origin isolated: there is nothing to choose", disabled: true, run: () => undefined }] };

/** Offers where the inserts of the session run that do not say so themselves. */
export function openSessionHosting({ document, engine }: Runtime, place: MenuPlace): void {
  const status = engine.value?.status();
  const current = document.snapshot().hosting ?? status?.hosting;
  const actions = HOSTING_MODES.map(({ mode, label, detail }) => ({ label, detail, checked: mode === current, run: () => void attempt(() => document.song.setHosting(mode)) }));
  openMenu.set({ label: "Where plugins run", place, sections: [status?.isolated === false ? NOT_ISOLATED : { title: "Where this session's plugins run", actions }] });
}

/** Offers where one insert runs, and whether its plugin is trusted to run beside others. */
export function openInsertHosting(runtime: Runtime, insertId: string, place: MenuPlace): void {
  const { document, engine, plugins } = runtime;
  const insert = findInsert(document.snapshot(), insertId)?.insert;
  if (!insert) return;
  const { hosting, plugin } = insert;
  const name = plugins.name(plugin);
  const status = engine.value?.status();
  const choose = (mode: HostingMode | undefined) => () => void attempt(() => document.inserts.setHosting(insertId, mode));
  const asSession = document.snapshot().hosting ?? status?.hosting ?? "isolated";
  const actions: MenuAction[] = [
    { label: "As the session says", detail: hostingLabel(asSession), checked: hosting === undefined, run: choose(undefined) },
    ...HOSTING_MODES.map(({ mode, label, detail }) => {
      const isRefused = NEEDS_TRUST.has(mode) && !plugins.isTrusted(plugin);
      return { label, detail: isRefused ? `Only for plugins that you trust: see below` : detail, checked: hosting === mode, disabled: isRefused, run: choose(mode) };
    }),
  ];
  const sections: MenuSection[] = [{ title: whereNow(runtime, insertId, hosting ?? asSession), actions }];
  if (plugins.entry(plugin) && plugins.entry(plugin)?.origin.kind !== "built-in") sections.push({ title: "Trust", actions: [trustAction(runtime, plugin, name)] });
  openMenu.set({ label: `Where ${name} runs`, place, sections: status?.isolated === false ? [NOT_ISOLATED] : sections });
}

/** Where it runs, and why, where that is not what was asked for. */
function whereNow({ engine, document, plugins }: Runtime, insertId: string, asked: HostingMode): string {
  const now = engine.value?.insertStatus(insertId)?.hosting;
  if (now === undefined) return "Not running";
  if (now === asked) return `Runs ${now} now`;
  const plugin = findInsert(document.snapshot(), insertId)?.insert.plugin ?? "";
  if (NEEDS_TRUST.has(asked) && !plugins.isTrusted(plugin)) return `Runs ${now}: it is not trusted to run ${asked}`;
  return asked === "inline" ? `Runs ${now}: others of its chain have the hop anyway` : `Runs ${now}: it once took others along`;
}

function trustAction({ plugins, engine }: Runtime, plugin: string, name: string): MenuAction {
  const isTrusted = plugins.isTrusted(plugin);
  return {
    label: isTrusted ? `Trust ${name} no longer` : `Trust ${name}`,
    detail: isTrusted ? "It goes back to a worker of its own, or to those of its kind" : "Its code as it is now may then run beside other plugins' and in the audio thread, where it can reach their sound and stop all of it",
    dangerous: !isTrusted,
    run: () => {
      const running = engine.value;
      if (running) plugins.setTrusted(running, plugin, !isTrusted).catch((error: unknown) => notify("error", sentence(error)));
    },
  };
}
