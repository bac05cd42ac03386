import vm from "node:vm";
import { moveMessagePortToContext, type MessagePort } from "node:worker_threads";
import type { RealmApi } from "../realm/realm-api.js";

/**
 * A realm of the language alone, with a plugin in it: no Node, no timers, no network, no generated code, and no import
 * leads out. What the plugin meets there was made there.
 */
export class PluginRealm<Api extends { load(module: object): void } = RealmApi> {
  readonly api: Api;
  readonly #context: vm.Context;

  private constructor(context: vm.Context, api: Api) {
    this.#context = context;
    this.api = api;
  }

  /** Makes the realm. @param entry - code of a module that exports what the realm shows, as `realm`. */
  static async create<Api extends { load(module: object): void } = RealmApi>(entry: string): Promise<PluginRealm<Api>> {
    // A plain global, as in a browser: one that Node looks over makes every use of `Math` slow.
    const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: true } });
    const { realm } = (await evaluate(entry, "headroom-realm", context)) as { readonly realm: Api };
    return new PluginRealm(context, realm);
  }

  /** Runs a bundle's code and takes its default export for the plugin. Rejects with what the bundle throws. */
  async load(bundle: string, name: string): Promise<void> {
    this.api.load(await evaluate(bundle, name, this.#context));
  }

  /** Moves a port into the realm: what comes through it is made there. */
  adopt(port: MessagePort): object {
    return moveMessagePortToContext(port, this.#context);
  }
}

async function evaluate(code: string, identifier: string, context: vm.Context): Promise<object> {
  const module = new vm.SourceTextModule(code, {
    context,
    identifier,
    // An error that Node throws would be an object of the outside: the refusal is thrown inside.
    importModuleDynamically: (specifier) => refusal(specifier, context),
  });
  await module.link((specifier) => {
    throw new Error(`It imports "${specifier}"; a plugin is one self-contained module: bundle it with what it uses.`);
  });
  await module.evaluate();
  return module.namespace;
}

async function refusal(specifier: string, context: vm.Context): Promise<vm.Module> {
  const module = new vm.SourceTextModule(`throw new Error(${JSON.stringify(`A plugin loads nothing while it runs; "${specifier}" belongs into its bundle.`)});`, { context });
  await module.link(() => module);
  await module.evaluate();
  return module;
}
