import path from "node:path";
import ts from "typescript";
import { registeredSentences } from "./registered-sentences";

/** The sentences of the components that run in the browser, and of all they import. */
export function clientSentences(sources: ReadonlyMap<string, ts.SourceFile>): string[] {
  const reached = new Set<string>();
  const reach = (file: string | undefined): void => {
    const source = file === undefined ? undefined : sources.get(file);
    if (source === undefined || reached.has(source.fileName)) return;
    reached.add(source.fileName);
    for (const imported of importsOf(source)) reach(sourceOf(imported, source.fileName, sources));
  };
  for (const [file, source] of sources) if (runsInBrowser(source)) reach(file);
  const sentences = [...reached].flatMap((file) => registeredSentences(sources.get(file) as ts.SourceFile));
  return [...new Set(sentences.map(({ text }) => text))].sort();
}

const firstStatement = ({ statements: [first] }: ts.SourceFile): string | undefined =>
  first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression) ? first.expression.text : undefined;

const runsInBrowser = (source: ts.SourceFile): boolean => firstStatement(source) === "use client";

/** What is imported for its types alone is not sent, and a server action stays on the server. */
function importsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    return statement.importClause?.isTypeOnly ? [] : [statement.moduleSpecifier.text];
  });
}

function sourceOf(specifier: string, from: string, sources: ReadonlyMap<string, ts.SourceFile>): string | undefined {
  const relative = specifier.startsWith(".") ? path.posix.join(path.posix.dirname(from), specifier) : undefined;
  const target = specifier.startsWith("@/") ? specifier.slice(2) : relative;
  const file = [`${target}.tsx`, `${target}.ts`].find((one) => sources.has(one));
  const source = file === undefined ? undefined : sources.get(file);
  return source && firstStatement(source) !== "use server" ? file : undefined;
}
