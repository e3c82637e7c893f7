import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { operations } from "@/lib/http/registry";
import { rest } from "@/lib/http/rest";
import { env } from "@/lib/platform/config/env";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { firstAllowed } from "./first-allowed";
import { viewers } from "./viewers";

let portal: TestPortal;
const cookies = new Map<string, string>();
beforeAll(async () => {
  portal = await testPortal();
  for (const email of Object.values(viewers)) cookies.set(email, await portal.cookie(email));
});
afterAll(() => portal.close());

const UNKNOWN = "00000000-0000-7000-8000-000000000000";
/** Invalid for any field. */
const NEVER_RIGHT: readonly unknown[] = [{ nested: { deep: [1] } }, [[["x"]]], -1e308, "\0", "half \ud800 inside"];
/** Valid for some fields. */
const ODD_TEXTS: readonly string[] = ["x".repeat(20_000), '\'; drop table "Account"; --'];

interface Attempt {
  readonly body?: BodyInit;
  readonly query?: Readonly<Record<string, string>>;
  readonly params?: string;
  readonly type?: string;
}

/** As someone with the permission, so that only the input can be rejected. */
function callerOf(name: string): string {
  return cookies.get(firstAllowed(name) ?? viewers.owner) ?? "";
}

async function send(operation: AnyOperation, attempt: Attempt): Promise<Response> {
  const { method, path } = operation.http;
  const filled = path
    .replace("{accountId}", portal.demo.northwind.id)
    .replace(/\{\w+\}/g, encodeURIComponent(attempt.params ?? UNKNOWN));
  const url = new URL(`/api/v1${filled}`, env().PORTAL_URL);
  for (const [name, value] of Object.entries(attempt.query ?? {})) url.searchParams.append(name, value);
  const headers: Record<string, string> = {
    cookie: callerOf(operation.name),
    origin: env().PORTAL_URL,
    "content-type": attempt.type ?? "application/json",
  };
  if (operation.kind === "command" && operation.once) headers["idempotency-key"] = randomUUID();
  return rest(new Request(url, { method, headers, body: method === "GET" ? undefined : attempt.body }));
}

/** Reported as invalid input and nothing else: not-found would mean that the record was looked up. */
async function expectRefused(operation: AnyOperation, attempt: Attempt, status = 400): Promise<void> {
  const response = await send(operation, attempt);
  const text = await response.text();
  expect(response.status, `${JSON.stringify(attempt).slice(0, 200)} → ${text}`).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(JSON.parse(text)).toMatchObject({
    status: response.status,
    title: expect.any(String),
    type: expect.any(String),
  });
}

/** Row counts of all tables except logged denials and rate limits. */
async function everything(): Promise<unknown> {
  return portal.owner.$queryRaw`
    select table_name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', table_name), false, true, '')))[1]::text as rows
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('RateLimit', 'AuditEvent')
    order by table_name`;
}

const fieldsOf = ({ input, http }: AnyOperation) => {
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as {
    properties?: object;
    required?: string[];
  };
  const inBody = Object.keys(schema.properties ?? {}).filter((field) => !http.path.includes(`{${field}}`));
  return { inBody, required: (schema.required ?? []).filter((field) => inBody.includes(field)) };
};

const named = operations.map((operation) => [operation.name, operation] as const);

describe("bad input is answered with a 4xx problem and writes nothing", () => {
  let before: unknown;
  beforeAll(async () => {
    before = await everything();
  });

  test.each(named)("%s", async (_, operation) => {
    const { inBody, required } = fieldsOf(operation);
    const hasParameters = /\{(?!accountId)\w+\}/.test(operation.http.path);
    if (hasParameters)
      for (const params of ["not-a-uuid", "%00", "0"]) await expectRefused(operation, { params, body: "{}" });
    // Path traversal ends at a path that doesn't exist.
    if (hasParameters) await expectRefused(operation, { params: "../../etc/passwd", body: "{}" }, 404);
    if (operation.http.method === "GET") {
      await expectRefused(operation, { query: { __proto__x: "1" } });
      await expectRefused(operation, { query: { ["__proto__"]: "1" } });
      for (const field of inBody) await expectRefused(operation, { query: { [field]: "\0" } });
    } else {
      for (const body of [
        '{"a":',
        "[]",
        "7",
        "null",
        '"text"',
        '{"__proto__":{"admin":true}}',
        '{"constructor":{"prototype":{}}}',
        '{"unknownField":1}',
      ]) {
        await expectRefused(operation, { body });
      }
      const largest = operation.http.largestBody ?? 256 * 1024;
      await expectRefused(operation, { body: `{"a":"${"x".repeat(largest + 44 * 1024)}"}` }, 413);
      await expectRefused(operation, { body: "a=1", type: "application/x-www-form-urlencoded" }, 415);
      if (required.length > 0) await expectRefused(operation, { body: "{}" });
      for (const field of inBody)
        for (const wrong of NEVER_RIGHT) await expectRefused(operation, { body: JSON.stringify({ [field]: wrong }) });
    }
    expect(await everything()).toEqual(before);
  });
});

describe("input of any text is never a fault of ours", () => {
  const withFields = named.filter(([, operation]) => fieldsOf(operation).inBody.length > 0);
  test.each(withFields)("%s", async (_, operation) => {
    for (const field of fieldsOf(operation).inBody) {
      // Values invalid for any field were sent above; in a query string they would be valid text.
      for (const wrong of operation.http.method === "GET" ? [...NEVER_RIGHT, ...ODD_TEXTS] : ODD_TEXTS) {
        const attempt =
          operation.http.method === "GET"
            ? { query: { [field]: String(wrong) } }
            : { body: JSON.stringify({ [field]: wrong }) };
        const response = await send(operation, attempt);
        expect(response.status, `${field}: ${JSON.stringify(wrong).slice(0, 60)}`).toBeLessThan(500);
      }
    }
  });
});

test("a field name with too many dots is a problem too", async () => {
  const path = `/api/v1/accounts/${portal.demo.northwind.id}/tickets?${"a.".repeat(50_000)}=1`;
  const headers = { cookie: cookies.get(viewers.owner) ?? "" };
  expect((await rest(new Request(new URL(path, env().PORTAL_URL), { headers }))).status).toBe(400);
});

test("every GET supports HEAD", async () => {
  const ask = (method: string, headers = {}) =>
    rest(new Request(new URL("/api/v1/me", env().PORTAL_URL), { method, headers }));
  const headers = { cookie: cookies.get(viewers.owner) ?? "" };
  const [whole, head] = await Promise.all([ask("GET", headers), ask("HEAD", headers)]);
  expect([head.status, head.headers.get("etag")]).toEqual([200, whole.headers.get("etag")]);
  expect((await ask("HEAD")).status).toBe(401);
});

test("an unknown path or wrong method is a problem too", async () => {
  const get = (path: string, method = "GET") => rest(new Request(new URL(path, env().PORTAL_URL), { method }));
  expect((await get("/api/v1/nothing")).status).toBe(404);
  expect((await get("/api/v1/%E0%A4%A")).status).toBe(400);
  const wrongMethod = await get(`/api/v1/accounts/${UNKNOWN}/tickets`, "DELETE");
  expect([wrongMethod.status, wrongMethod.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
  expect((await get("/api/v1/accounts/not-an-id/tickets")).status).toBe(404);
});
