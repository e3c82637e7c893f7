import ts from "typescript";

/** A sentence given to `t`, `rich`, `msg`, `issue` or `say`, or standing in a table whose entries are shown translated. */
export interface Registered {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** The names of its values, where they are written out beside it. */
  readonly values: readonly string[] | undefined;
}

interface Call {
  readonly name: string;
  readonly node: ts.CallExpression;
}

const MARKERS = new Set(["t", "rich", "msg", "issue", "say"]);

/** All sentences of a file that have to have a translation. */
export function registeredSentences(source: ts.SourceFile): Registered[] {
  const found: Registered[] = [];
  const add = (node: ts.Node, text: string, values: readonly string[] | undefined) =>
    found.push({ text, file: source.fileName, line: lineOf(node), values });
  visit(source, (node) => {
    const call = markerCall(node);
    if (call) for (const text of literalsOf(call.node.arguments[0])) add(node, text, valuesOf(call));
    else if (isTableEntry(source.fileName, node)) for (const text of literalsOf(node.initializer)) add(node, text, []);
  });
  return found;
}

export const lineOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

export function markerCall(node: ts.Node): Call | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const name = node.expression.text;
  return MARKERS.has(name) ? { name, node } : undefined;
}

/** `"a"`, or `condition ? "a" : "b"`. */
function literalsOf(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (!ts.isConditionalExpression(node)) return [];
  const [yes, no] = [literalsOf(node.whenTrue), literalsOf(node.whenFalse)];
  return yes.length > 0 && no.length > 0 ? [...yes, ...no] : [];
}

/** Undefined if they are not written out as an object. */
function valuesOf({ name, node }: Call): string[] | undefined {
  if (name === "msg" || name === "issue") return undefined;
  const values = node.arguments[1];
  if (values === undefined) return [];
  if (!ts.isObjectLiteralExpression(values)) return undefined;
  if (values.properties.some(ts.isSpreadAssignment)) return undefined;
  return values.properties.map((property) => property.name?.getText().replace(/["']/g, "") ?? "");
}

/**
 * The catalogue of permissions is read by columns, and every operation names its activity: both are translated where
 * they are shown, and look better without a mark on every line.
 */
export function isTableEntry(file: string, node: ts.Node): node is ts.PropertyAssignment {
  if (!ts.isPropertyAssignment(node)) return false;
  const name = node.name.getText();
  if (file.startsWith("lib/policy/catalogue/")) return name === "name" || name === "title";
  return name === "activity" && isDeclaration(node.parent.parent);
}

export const isDeclaration = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && /^define[A-Z]/.test(node.expression.getText());
