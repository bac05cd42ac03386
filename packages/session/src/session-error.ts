/** An edit, file or session that is refused. Its message is one sentence for people. */
export class SessionError extends Error {
  override readonly name = "SessionError";
}
