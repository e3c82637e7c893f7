import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refuseUnreadable } from "@/lib/http/server/refuse-unreadable";

let server: Server;
beforeAll(async () => {
  server = createServer((asked, response) => {
    if (!refuseUnreadable(asked, response)) response.end(`asked ${asked.url}`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

async function answer(method: string, path: string) {
  const { port } = server.address() as AddressInfo;
  const sent = request({ host: "127.0.0.1", port, method, path, agent: false }).end();
  const [response] = await once(sent, "response");
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece);
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(pieces).toString() };
}

it.each(["/%", "/a/%E0%A4%A", "/api/v1/accounts/%/tickets", "/api/v1/%zz?x=1"])("refuses the path %s", async (path) => {
  const { status, headers, text } = await answer("GET", path);
  expect(status).toBe(400);
  expect(headers["content-type"]).toBe("application/problem+json");
  expect(JSON.parse(text)).toMatchObject({ status: 400, title: expect.any(String) });
});

it.each(["TRACE", "PROPFIND"])("rejects the method %s and lists the allowed ones", async (method) => {
  const { status, headers } = await answer(method, "/");
  expect(status).toBe(405);
  expect(headers.allow).toMatch(/\bGET\b.*\bPATCH\b/);
});

it.each([
  ["/", "/"],
  ["/a/%C3%A9?q=%&next=%2F", "/a/%C3%A9?q=%&next=%2F"],
  ["/%00", "/%00"],
  ["/%61pi/v1/m%65", "/api/v1/me"],
  ["/_next/static/%2e%2E/../api/v1/me?x=%61", "/api/v1/me?x=%61"],
  ["/api\\v1\\me", "/api/v1/me"],
  ["/api/v1/invoices/1/p%64f", "/api/v1/invoices/1/pdf"],
  ["/a/%2561", "/a/%2561"],
])("leaves %s to the portal as %s, which is what everything there goes by", async (path, known) => {
  expect(await answer("GET", path)).toMatchObject({ text: `asked ${known}` });
});

it.each(["/api/v1/accounts%2F1", "/a/1%5Cinvoices", "/api/v1/invoices/1%2fpdf"])(
  "refuses %s, which could be read in two ways",
  async (path) => expect(await answer("GET", path)).toMatchObject({ status: 400 }),
);

it.each(["PUT", "PATCH", "DELETE", "OPTIONS", "POST"])("doesn't have a page rendered by %s", async (method) => {
  for (const path of ["/sign-in", "/a/1/invoices", "/reference/policy", "/%61/1"]) {
    const { status, headers } = await answer(method, path);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD, POST"]);
  }
  for (const path of ["/api/v1/me", "/uploads/1"]) expect((await answer(method, path)).status).toBe(200);
});
