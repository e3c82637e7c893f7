import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { operations } from "./registry";

interface Route {
  readonly operation: AnyOperation;
  readonly pattern: RegExp;
}

const routes: readonly Route[] = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.http.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

/**
 * The operation for a path under /api/v1; HEAD maps to GET. Throws `not-found`, or `method-not-allowed` with the
 * allowed methods.
 */
export function matchRoute(method: string, path: string): { operation: AnyOperation; params: Record<string, string> } {
  const wanted = method === "HEAD" ? "GET" : method;
  const offered: string[] = [];
  for (const { operation, pattern } of routes) {
    const match = pattern.exec(path);
    if (match === null) continue;
    if (operation.http.method === wanted) return { operation, params: { ...match.groups } };
    offered.push(...(operation.http.method === "GET" ? ["GET", "HEAD"] : [operation.http.method]));
  }
  if (offered.length === 0) throw notFound(t("Path not found."));
  throw new Problem("method-not-allowed", t("{method} isn't supported for this path.", { method }), { allow: offered });
}
