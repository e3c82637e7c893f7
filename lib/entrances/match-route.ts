import type { AnyOperation } from "@/lib/access/operation";
import { notFound, Problem } from "@/lib/kernel/problem";
import { operations } from "./registry";

interface Route {
  readonly operation: AnyOperation;
  readonly pattern: RegExp;
}

const routes: readonly Route[] = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.http.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

/** The operation behind a path under /api/v1. Throws `not-found`, or `method-not-allowed` where only the method is off. */
export function matchRoute(method: string, path: string): { operation: AnyOperation; params: Record<string, string> } {
  let offered = false;
  for (const { operation, pattern } of routes) {
    const match = pattern.exec(path);
    if (match === null) continue;
    offered = true;
    if (operation.http.method === method) return { operation, params: { ...match.groups } };
  }
  throw offered
    ? new Problem("method-not-allowed", `${method} is not offered for this path.`)
    : notFound("There is no such path.");
}
