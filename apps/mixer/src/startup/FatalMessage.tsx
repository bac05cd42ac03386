import { Wordmark } from "../app/Wordmark.js";

/** What stands in the page when the mixer cannot be shown at all. */
export function FatalMessage({ reason }: { readonly reason: string }) {
  return (
    <main className="fault" role="alert">
      <Wordmark />
      <p>{reason}</p>
      <button type="button" className="hr-button" onClick={() => location.reload()}>
        Load the page again
      </button>
    </main>
  );
}
