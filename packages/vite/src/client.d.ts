/** A kernel in AssemblyScript, compiled: each instance has a memory of its own. */
declare module "*?assemblyscript" {
  const kernel: WebAssembly.Module;
  export default kernel;
}
