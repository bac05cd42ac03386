/** A file beside the code as a `data:` URL, part of the bundle. */
declare module "*.wav?inline" {
  const url: string;
  export default url;
}

declare module "*.wasm?url&inline" {
  const url: string;
  export default url;
}
