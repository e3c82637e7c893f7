import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refuseUnreadable } from "@/lib/http/server/refuse-unreadable";

let server: Server;
beforeAll(async () => {
  server = createServer((asked, response) => {
    if (!refuseUnreadable(asked, response)) response.end("asked");
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

it.each(["/", "/a/%C3%A9?q=%", "/api/v1/me?next=%2F", "/%00"])("leaves %s to the portal", async (path) => {
  for (const method of ["GET", "POST", "DELETE"]) expect(await answer(method, path)).toMatchObject({ text: "asked" });
});
