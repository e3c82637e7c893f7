import { randomUUID } from "node:crypto";
import type { AnyOperation } from "@/lib/access/operation";
import { env } from "@/lib/config/env";
import { rest } from "@/lib/entrances/rest";

export type Input = Readonly<Record<string, unknown>>;

interface Call {
  readonly operation: AnyOperation;
  readonly accountId: string;
  readonly input: Input;
  /** Of a signed-in browser; without one, nobody calls. */
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
}

/** One operation over REST, as a browser with that cookie would call it. */
export function restCall({ operation, accountId, input, cookie, headers }: Call): Promise<Response> {
  const { method, path } = operation.http;
  const fields = { ...input };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === "accountId") return accountId;
    const value = fields[name];
    delete fields[name];
    return encodeURIComponent(String(value));
  });
  const url = new URL(`/api/v1${filled}`, env().PORTAL_URL);
  if (method === "GET")
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) url.searchParams.append(name, String(one));
  return rest(
    new Request(url, {
      method,
      headers: {
        ...(cookie && { cookie }),
        origin: env().PORTAL_URL,
        "content-type": "application/json",
        ...(operation.kind === "command" && operation.once && { "idempotency-key": randomUUID() }),
        ...headers,
      },
      body: method === "GET" ? undefined : JSON.stringify(fields),
    }),
  );
}
