import { afterEach, expect, it, vi } from "vitest";
import { loggedPath } from "@/lib/http/server/log-request";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { currentRequestId } from "@/lib/platform/kernel/request-id";
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

it("doesn't log the token of a link in mail", () => {
  const token = "kQ2w8Zr5Tn1Yb7Vx4Mc0Ld6Hf3Js9PgU";
  for (const link of [
    "reset-password",
    "confirm-email",
    "verify-email",
    "unsubscribe",
    "api/unsubscribe",
    "invitation",
    "calendar",
  ]) {
    expect(loggedPath(`/${link}/${token}?x=1`)).toBe(`/${link}/[redacted]`);
  }
  expect(loggedPath(`/a/1/login-link/${token}`)).toBe("/a/1/login-link/[redacted]");
  expect(loggedPath(`/api/v1/accounts/1/login-links/${token}/reveal`)).toBe(
    "/api/v1/accounts/1/login-links/[redacted]/reveal",
  );
  expect(loggedPath("/a/1/invoices/2")).toBe("/a/1/invoices/2");
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
