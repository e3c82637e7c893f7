import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { operations } from "./registry";

interface Matched {
  readonly operation: AnyOperation;
  readonly params: Record<string, string>;
}

/** The operations whose paths begin alike, by the next segment of them. */
interface Branch {
  readonly named: Map<string, Branch>;
  any?: Branch;
  readonly operations: AnyOperation[];
}

const branch = (): Branch => ({ named: new Map(), operations: [] });
const segmentsOf = (path: string): string[] => path.split("/").slice(1);
const isParameter = (segment: string): boolean => segment.startsWith("{");

const tree = branch();
for (const operation of operations) {
  let at = tree;
  for (const segment of segmentsOf(operation.http.path)) {
    if (isParameter(segment)) at = at.any ??= branch();
    else at = at.named.get(segment) ?? (at.named.set(segment, branch()).get(segment) as Branch);
  }
  at.operations.push(operation);
}

/**
 * The operation for a path under /api/v1; HEAD maps to GET. A segment that is named goes before a parameter. Throws
 * `not-found`, or `method-not-allowed` with the allowed methods.
 */
export function matchRoute(method: string, path: string): Matched {
  const wanted = method === "HEAD" ? "GET" : method;
  const segments = segmentsOf(path);
  const found = operationsAt(tree, segments, 0);
  const operation = found.find(({ http }) => http.method === wanted);
  if (operation !== undefined) return { operation, params: paramsOf(operation, segments) };
  if (found.length === 0) throw notFound(t("Path not found."));
  const allow = found.flatMap(({ http }) => (http.method === "GET" ? ["GET", "HEAD"] : [http.method]));
  throw new Problem("method-not-allowed", t("{method} isn't supported for this path.", { method }), { allow });
}

function operationsAt({ named, any, operations }: Branch, segments: readonly string[], index: number): AnyOperation[] {
  const segment = segments[index];
  if (segment === undefined) return operations;
  const next = named.get(segment);
  const found = next === undefined ? [] : operationsAt(next, segments, index + 1);
  return any === undefined || segment === "" ? found : [...found, ...operationsAt(any, segments, index + 1)];
}

const paramsOf = ({ http }: AnyOperation, segments: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    segmentsOf(http.path).flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), segments[index] as string]] : [],
    ),
  );
