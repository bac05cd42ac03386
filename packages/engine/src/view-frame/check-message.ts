import type { FrameKey, FrameRequests } from "./protocol.js";

/** Letters of an error's message that people are shown. */
const MOST_LETTERS = 300;
const MOST_ID = 200;

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= MOST_ID;
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

type Args = readonly unknown[];

/** For each request, its arguments made anew from what came, or `undefined` where they are not of that form. */
const REQUESTS: { readonly [Name in keyof FrameRequests]: (args: Args) => Parameters<FrameRequests[Name]> | undefined } = {
  begin: ([id]) => (isText(id) ? [id] : undefined),
  set: ([id, number]) => (isText(id) && isNumber(number) ? [id, number] : undefined),
  end: ([id]) => (isText(id) ? [id] : undefined),
  watch: ([id]) => (isText(id) ? [id] : undefined),
  observe: ([id, observed]) => (isText(id) && typeof observed === "boolean" ? [id, observed] : undefined),
  resize: ([width, height]) => (isNumber(width) && isNumber(height) ? [width, height] : undefined),
  key: ([key]) => {
    const made = keyOf(key);
    return made && [made];
  },
};

/**
 * A comlink message from a view's frame, made anew field by field: a call of one of {@link FrameRequests}, or an answer.
 * Comlink by itself would let the other side reach any property of what is exposed, up to the page's `Function`.
 * @returns `undefined` for everything else.
 */
export function checkMessage(data: unknown): object | undefined {
  if (!isRecord(data) || !isText(data["id"])) return undefined;
  const id = data["id"];
  switch (data["type"]) {
    case "APPLY":
      return checkCall(id, data);
    case "RAW":
      return { id, type: "RAW", value: sizeOf(data["value"]) };
    case "HANDLER":
      return { id, type: "HANDLER", name: "throw", value: { isError: true, value: { name: "Error", message: messageOf(data["value"]) } } };
    default:
      return undefined;
  }
}

function checkCall(id: string, { path, argumentList }: Record<string, unknown>): object | undefined {
  if (!Array.isArray(path) || path.length !== 1 || !Array.isArray(argumentList) || argumentList.length > 2) return undefined;
  const name: unknown = path[0];
  if (typeof name !== "string" || !Object.hasOwn(REQUESTS, name)) return undefined;
  const given = argumentList.map((wired: unknown) => (isRecord(wired) && wired["type"] === "RAW" ? wired["value"] : undefined));
  const args = REQUESTS[name as keyof FrameRequests](given);
  return args && { id, type: "APPLY", path: [name], argumentList: args.map((value) => ({ type: "RAW", value })) };
}

function keyOf(value: unknown): FrameKey | undefined {
  if (!isRecord(value)) return undefined;
  const { key, code, alt, ctrl, meta, shift } = value;
  return isText(key) && isText(code) ? { key, code, alt: alt === true, ctrl: ctrl === true, meta: meta === true, shift: shift === true } : undefined;
}

/** The only value that an answer carries. */
function sizeOf(value: unknown): { width: number; height: number } | undefined {
  if (!isRecord(value)) return undefined;
  const { width, height } = value;
  return isNumber(width) && isNumber(height) ? { width, height } : undefined;
}

function messageOf(thrown: unknown): string {
  const error = isRecord(thrown) ? thrown["value"] : undefined;
  const message = isRecord(error) ? error["message"] : undefined;
  return typeof message === "string" ? message.slice(0, MOST_LETTERS) : "it threw something that is no error";
}

/** Own properties only: what came by structured clone has no getters, but its prototype is this realm's. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
