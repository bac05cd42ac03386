/**
 * Has a function do the assignments to a property whose class has a setter: `assign` gets the assignment itself
 * and decides when it runs. For objects that change without telling.
 * @returns the undo.
 */
export function watchProperty<Target extends object>(target: Target, name: keyof Target & string, assign: (set: () => void) => void): () => void {
  const owner = Object.getPrototypeOf(target) as object;
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    get: () => Reflect.get(owner, name, target) as unknown,
    set: (value: unknown) => assign(() => Reflect.set(owner, name, value, target)),
  });
  return () => {
    Reflect.deleteProperty(target, name);
  };
}
