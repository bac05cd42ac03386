interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string };
  readonly children: readonly ProfileNode[];
}

/** The part of Node's inspector that is used; its answers come before `post` returns. */
interface InspectorSession {
  connect(): void;
  disconnect(): void;
  post(method: "HeapProfiler.startSampling", settings: object): void;
  post(method: "HeapProfiler.stopSampling", answer: (error: unknown, result: { readonly profile: Profile }) => void): void;
}

interface Profile {
  readonly head: ProfileNode;
  readonly samples: readonly { readonly size: number; readonly nodeId: number }[];
}

interface NodeProcess {
  getBuiltinModule?(name: string): { readonly Session: new () => InspectorSession };
}

/**
 * Runs an action and counts all that it allocates, by function and size. V8's sampling profiler takes a sample for each
 * byte on average, so it takes every object.
 * @param name - the action's own name: what is allocated outside of it does not count.
 */
export function sampleAllocations(action: () => void, name: string): { where: string; bytes: number; count: number }[] {
  // Without an import, so that a bundler need not know Node.
  const { process } = globalThis as { readonly process?: NodeProcess };
  if (process?.getBuiltinModule === undefined) throw new Error("Only Node 20.16 or newer tells what is allocated; run this test there.");
  const session = new (process.getBuiltinModule("node:inspector").Session)();
  session.connect();
  session.post("HeapProfiler.startSampling", { samplingInterval: 1, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true });
  action();
  let profile: Profile | undefined;
  session.post("HeapProfiler.stopSampling", (_, result) => {
    profile = result.profile;
  });
  session.disconnect();
  return profile === undefined ? [] : counted(profile, name);
}

function counted({ head, samples }: Profile, name: string): { where: string; bytes: number; count: number }[] {
  const inside = new Map<number, string>();
  const visit = (node: ProfileNode, within: boolean): void => {
    const here = within || node.callFrame.functionName === name;
    if (here) inside.set(node.id, node.callFrame.functionName);
    for (const child of node.children) visit(child, here);
  };
  visit(head, false);
  const found = new Map<string, { where: string; bytes: number; count: number }>();
  for (const { size, nodeId } of samples) {
    const where = inside.get(nodeId);
    if (where === undefined) continue;
    const entry = found.get(`${where} ${size}`);
    if (entry) entry.count++;
    else found.set(`${where} ${size}`, { where, bytes: size, count: 1 });
  }
  return [...found.values()].sort((a, b) => b.bytes * b.count - a.bytes * a.count);
}
