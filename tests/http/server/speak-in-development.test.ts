import { Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { speakInDevelopment } from "@/lib/http/server/speak-in-development";
import { currentLocale } from "@/lib/platform/language/with-language";

const { emit } = Server.prototype;
const server = new Server((_, response) => response.end(currentLocale()));

beforeAll(async () => {
  process.env.PORTAL_MODE = "test";
  process.env.DATABASE_URL ??= "postgresql://nobody@localhost/nothing";
  speakInDevelopment();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});

afterAll(() => {
  Server.prototype.emit = emit;
  server.close();
});

async function answerTo(headers: Record<string, string>): Promise<string> {
  const { port } = server.address() as { port: number };
  return (await fetch(`http://127.0.0.1:${port}/`, { headers })).text();
}

it("lets a server that is not ours answer in the language of each request", async () => {
  expect(await answerTo({ "accept-language": "de-AT,de;q=0.9" })).toBe("de-DE");
  expect(await answerTo({ "accept-language": "de", cookie: "language=en" })).toBe("en-GB");
  expect(await answerTo({})).toBe("en-GB");
});

it("sends the headers of a page with it", async () => {
  const { port } = server.address() as { port: number };
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  expect(headers.get("content-security-policy")).toMatch(/script-src 'self' 'nonce-.+' 'unsafe-eval'/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});
