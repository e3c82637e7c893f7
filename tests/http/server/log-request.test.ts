import { globSync } from "node:fs";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import { loggedPath } from "@/lib/http/server/log-request";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { currentRequestId } from "@/lib/platform/kernel/request-id";
import { newSecretToken } from "@/lib/platform/kernel/secret-token";
import { log } from "@/lib/platform/logging/log";
import { metrics } from "@/lib/platform/metrics/metrics";
import { portalServers, raw } from "./listening";

const start = portalServers();
afterEach(() => vi.restoreAllMocks());

const given = "edge-4711.0815";
const ask = `GET /a/1?q=secret HTTP/1.1\r\nHost: portal.example\r\nX-Request-Id: ${given}\r\nConnection: close\r\n\r\n`;
const idIn = (head: string) => /^x-request-id: (.+)\r?$/im.exec(head)?.[1]?.trim();

it("a request has one id, for the code that handles it and for the client", async () => {
  let seen: string | undefined;
  const port = await start((_, response) => {
    seen = currentRequestId();
    response.end();
  });
  const { head } = await raw(port, ask);
  expect(seen).toMatch(/^[0-9a-f-]{36}$/);
  expect(idIn(head)).toBe(seen);
});

it("the id of a trusted proxy is kept, unless it could harm the log", async () => {
  process.env.TRUSTED_PROXY_HOPS = "1";
  forgetEnvironment();
  const port = await start((_, response) => response.end());
  expect(idIn((await raw(port, ask)).head)).toBe(given);
  expect(idIn((await raw(port, ask.replace(given, 'a","level":"x'))).head)).toMatch(/^[0-9a-f-]{36}$/);
});

it("is logged with its path and status, without its query", async () => {
  const info = vi.spyOn(log(), "info").mockImplementation(() => undefined);
  const port = await start((_, response) => {
    response.statusCode = 404;
    response.end();
  });
  await raw(port, ask);
  await vi.waitFor(() => expect(info).toHaveBeenCalled());
  expect(info.mock.calls[0]?.[0]).toMatchObject({ method: "GET", path: "/a/1", status: 404 });
  await raw(port, ask.replace("/a/1?q=secret", "/livez"));
  expect(info).toHaveBeenCalledTimes(1);
});

describe("doesn't log the token of a link", () => {
  const token = "kQ2w8Zr5Tn1Yb7Vx4Mc0";
  const pages = globSync("app/**/[[]token[]]/{**/,}{page,route}.ts*").map((file) =>
    `/${file}`.replace(/^\/app|\/\([^)]+\)|\/(?:page|route)\.tsx?$/g, ""),
  );
  const routes = [...pages, "/api/v1/accounts/[accountId]/login-links/[token]/reveal"].map((route) =>
    route.replace("[accountId]", "0198"),
  );

  test.each(routes)("at %s, with a query, a slash at its end or doubled slashes", (route) => {
    const logged = route.replace("[token]", "[redacted]");
    const link = route.replace("[token]", token);
    expect(loggedPath(`${link}?x=${token}`)).toBe(logged);
    expect(loggedPath(`${link}/`)).toBe(`${logged}/`);
    expect(loggedPath(link.replaceAll("/", "//"))).toBe(logged);
  });

  test("that was copied with a mistake", () => {
    const whole = newSecretToken();
    for (const link of [
      `/Reset-password/${whole}`,
      `/reset-password%2F${whole}`,
      `/x/${whole}.`,
      `/x/invitation/${whole}`,
    ]) {
      expect(loggedPath(link)).not.toContain(whole);
    }
  });

  test("and logs ids", () => {
    const id = "0198c3a1-5b7e-7000-8000-0123456789ab";
    expect(loggedPath(`/a/${id}/invoices/${id}`)).toBe(`/a/${id}/invoices/${id}`);
  });
});

it("is counted by kind, method and class of status, whatever the client sends", async () => {
  const { requests } = metrics();
  requests.reset();
  const port = await start((_, response) => response.end());
  for (const line of ["GET /a/1", "GET /a/2", "PROPFIND /a/3", "GET /api/v1/me", "POST /a/1"]) {
    await raw(port, ask.replace("GET /a/1?q=secret", line).replace("Connection:", "Next-Action: 1\r\nConnection:"));
  }
  const count = async () => (await requests.get()).values.map(({ labels, value }) => [...Object.values(labels), value]);
  await vi.waitFor(async () => expect((await count()).reduce((sum, one) => sum + Number(one.at(-1)), 0)).toBe(5));
  expect(await count()).toEqual([
    ["page", "GET", "2xx", 2],
    ["page", "other", "4xx", 1],
    ["api", "GET", "2xx", 1],
    ["page", "POST", "2xx", 1],
  ]);
});
