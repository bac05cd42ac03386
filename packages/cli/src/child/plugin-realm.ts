import vm from "node:vm";
import type { RealmApi } from "../realm/realm-api.js";

/**
 * A realm of the language alone, with a plugin in it: no Node, no timers, no network, no generated code, and no import
 * leads out. What the plugin meets there was made there.
 */
export class PluginRealm {
  readonly api: RealmApi;
  readonly #context: vm.Context;

  private constructor(context: vm.Context, api: RealmApi) {
    this.#context = context;
    this.api = api;
  }

  /** Makes the realm. @param entry - code of `realm-entry.ts` as one module. */
  static async create(entry: string): Promise<PluginRealm> {
    // A plain global, as in a browser: one that Node looks over makes every use of `Math` slow.
    const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: true } });
    const { realm } = (await evaluate(entry, "headroom-realm", context)) as { readonly realm: RealmApi };
    return new PluginRealm(context, realm);
  }

  /** Runs a bundle's code and takes its default export for the plugin. Rejects with what the bundle throws. */
  async load(bundle: string, name: string): Promise<void> {
    this.api.load(await evaluate(bundle, name, this.#context));
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
