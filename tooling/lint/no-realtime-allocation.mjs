/**
 * @import { Rule } from "eslint"
 * @typedef {Rule.Node} Node
 * @typedef {Extract<Node, { type: "CallExpression" }>} Call
 */

const REALTIME_NAMES = new Set(["process", "run", "render"]);
const ALLOCATING_METHODS = new Set(["map", "filter", "forEach", "slice", "concat", "push", "subarray", "postMessage"]);
/** What may stand between a function and its docstring. */
const HOLDERS = new Set([
  "MethodDefinition", "PropertyDefinition", "Property", "VariableDeclarator", "VariableDeclaration", "ExportNamedDeclaration",
  "ExportDefaultDeclaration",
]);
/** Types whose methods of these names allocate; one's own class may well have a `push`. */
const LIST_TYPE = /^(Readonly|Shared)?(Array|Map|Set|Float\d+Array|Big(Ui|I)nt64Array|(Ui|I)nt\d+(Clamped)?Array|Array(Buffer)?)$/;

/**
 * Forbids what allocates, throws or waits in functions that an audio thread calls: those named `process`,
 * `run` or `render`, and those whose docstring has the tag `@audioThread`. Constructors are free.
 * @type {Rule.RuleModule}
 */
export const noRealtimeAllocation = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      allocates: "{{what}} allocates, and `{{name}}` runs on the audio thread: make it once, outside, and reuse it.",
      throws: "`{{name}}` runs on the audio thread, where nothing may throw: report a fault by a counter or a return value.",
      waits: "`{{name}}` runs on the audio thread, which may not wait.",
      posts: "`postMessage` allocates, and `{{name}}` runs on the audio thread: talk through shared memory.",
    },
  },
  create(context) {
    /** Names of the real-time functions that enclose the node at hand, innermost last. @type {string[]} */
    const names = [];
    const typeName = typeReader(context);

    /**
     * @param {Node} node
     * @param {string} what
     */
    const allocation = (node, what) => {
      const name = names.at(-1);
      if (name !== undefined) context.report({ node, messageId: "allocates", data: { what, name } });
    };
    /**
     * @param {Node} node
     * @param {"throws" | "waits" | "posts"} messageId
     */
    const offence = (node, messageId) => {
      const name = names.at(-1);
      if (name !== undefined) context.report({ node, messageId, data: { name } });
    };

    /** @param {Node} node */
    const enter = (node) => {
      const name = nameOf(node) ?? "function";
      const enclosing = names.at(-1);
      if (enclosing !== undefined) {
        allocation(node, "A closure");
        names.push(enclosing);
      } else if (!isConstructor(node) && (REALTIME_NAMES.has(name) || isTagged(context, node))) {
        names.push(name);
      }
      entered.set(node, enclosing !== undefined || names.length > 0);
    };
    /** @type {WeakMap<Node, boolean>} */
    const entered = new WeakMap();
    /** @param {Node} node */
    const leave = (node) => {
      if (entered.get(node) === true) names.pop();
    };

    return {
      FunctionDeclaration: enter,
      FunctionExpression: enter,
      ArrowFunctionExpression: enter,
      "FunctionDeclaration:exit": leave,
      "FunctionExpression:exit": leave,
      "ArrowFunctionExpression:exit": leave,
      ArrayExpression: (node) => allocation(node, "An array literal"),
      ObjectExpression: (node) => allocation(node, "An object literal"),
      NewExpression: (node) => allocation(node, "`new`"),
      ClassExpression: (node) => allocation(node, "A class"),
      TemplateLiteral(node) {
        if (node.expressions.length > 0) allocation(node, "A template literal");
      },
      SpreadElement(node) {
        // Inside a literal, the literal itself is reported.
        if (node.parent.type === "CallExpression") allocation(node, "Spread");
      },
      RestElement: (node) => allocation(node, "A rest element"),
      AwaitExpression: (node) => offence(node, "waits"),
      ThrowStatement: (node) => offence(node, "throws"),
      CallExpression(node) {
        if (names.length === 0) return;
        const method = methodOf(node);
        if (method === undefined || !ALLOCATING_METHODS.has(method.name)) return;
        if (method.name === "postMessage") return offence(node, "posts");
        const type = typeName(method.receiver);
        if (type === undefined || LIST_TYPE.test(type)) allocation(node, `\`${method.name}()\``);
      },
    };
  },
};

/**
 * The method that a call names and its receiver.
 * @param {Call} call
 */
function methodOf({ callee }) {
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return undefined;
  return { name: callee.property.name, receiver: callee.object };
}

/**
 * Names an expression's type, where the file is linted with type information.
 * @param {Rule.RuleContext} context
 * @returns {(node: Call["callee"]) => string | undefined}
 */
function typeReader(context) {
  const services = context.sourceCode.parserServices;
  if (!services?.program || !services.getTypeAtLocation) return () => undefined;
  return (node) => {
    const type = services.getTypeAtLocation(node);
    return type.getSymbol()?.getName();
  };
}

/** @param {Node} node */
function isConstructor(node) {
  return node.parent?.type === "MethodDefinition" && node.parent.kind === "constructor";
}

/**
 * The name that a function is called by: its own, or that of what holds it.
 * @param {Node} node
 * @returns {string | undefined}
 */
function nameOf(node) {
  if ("id" in node && node.id && "name" in node.id) return node.id.name;
  const { parent } = node;
  switch (parent?.type) {
    case "MethodDefinition":
    case "PropertyDefinition":
    case "Property":
      return parent.key.type === "Identifier" || parent.key.type === "PrivateIdentifier" ? parent.key.name : undefined;
    case "VariableDeclarator":
      return parent.id.type === "Identifier" ? parent.id.name : undefined;
    default:
      return undefined;
  }
}

/**
 * Whether the docstring right before the function's statement or member has the tag.
 * @param {Rule.RuleContext} context
 * @param {Node} node
 */
function isTagged(context, node) {
  /** @type {Node} */
  let holder = node;
  while (holder.parent && HOLDERS.has(holder.parent.type)) holder = holder.parent;
  const comment = context.sourceCode.getCommentsBefore(holder).at(-1);
  return comment?.type === "Block" && comment.value.startsWith("*") && /@audioThread\b/.test(comment.value);
}
