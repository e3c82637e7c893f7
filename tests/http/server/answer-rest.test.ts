import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { offerRest } from "@/lib/http/offered-rest";
import { readLimitedText } from "@/lib/http/read-body";
import type { RestAnswer, RestRequest } from "@/lib/http/rest-request";
import { restOrNext } from "@/lib/http/server/answer-rest";
import { type Handle, portalServers } from "./listening";

const listening = portalServers();
const next: Handle = (request, response) => response.end(`Next was asked for ${request.url}`);

let asked: RestRequest[] = [];
let answer: (request: RestRequest) => Promise<RestAnswer>;
beforeEach(() => {
  asked = [];
  answer = async () => Response.json({ ok: true }, { headers: { "cache-control": "private, no-store" } });
  offerRest(async () => (request) => {
    asked.push(request);
    return answer(request);
  });
});
afterEach(() => offerRest(undefined));

const ask = async (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${await listening(restOrNext(next as never) as never)}${path}`, init);

const inOnePiece = (output: object): RestAnswer => ({
  status: 200,
  headers: [["content-type", "application/json"]],
  body: JSON.stringify(output),
});

describe("the API is answered without Next", () => {
  it("with the headers of every response", async () => {
    const response = await ask("/api/v1/me?x=1");
    expect(await response.json()).toEqual({ ok: true });
    expect(new URL(asked[0]?.url ?? "", "http://portal").search).toBe("?x=1");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/json",
      "cache-control": "private, no-store",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "x-content-type-options": "nosniff",
    });
  });

  it("and gets the method, the headers and the body as they were sent", async () => {
    answer = async (request) => Response.json({ got: await readLimitedText(request) }, { status: 201 });
    const response = await ask("/api/v1/things", { method: "POST", body: "some text", headers: { "x-own": "1" } });
    expect([response.status, await response.json()]).toEqual([201, { got: "some text" }]);
    expect(asked[0]?.headers.get("x-own")).toBe("1");
  });

  it("and HEAD gets the headers alone", async () => {
    const response = await ask("/api/v1/me", { method: "HEAD" });
    expect([response.headers.get("content-type"), await response.text()]).toEqual(["application/json", ""]);
  });

  it.each([
    ["JSON in one piece", () => inOnePiece({ text: "long ".repeat(1_000) })],
    ["JSON", () => Response.json({ text: "long ".repeat(1_000) })],
    ["a table", () => new Response("a;b\n".repeat(1_000), { headers: { "content-type": "text/csv" } })],
  ] as const)("and %s is compressed for whoever accepts it", async (_, made) => {
    const plain = await new Response(made().body).text();
    answer = async () => made();
    const accepted = await ask("/api/v1/x", { headers: { "accept-encoding": "gzip" } });
    expect([accepted.headers.get("content-encoding"), await accepted.text()]).toEqual(["gzip", plain]);
    const refused = await ask("/api/v1/x", { headers: { "accept-encoding": "identity" } });
    expect([refused.headers.get("content-encoding"), await refused.text()]).toEqual([null, plain]);
  });

  it("and a request whose client leaves is told so", async () => {
    const aborted = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    answer = ({ signal }) => {
      signal.addEventListener("abort", () => aborted.resolve());
      begun.resolve();
      return aborted.promise.then(() => Response.json({}));
    };
    const leaving = new AbortController();
    const left = ask("/api/v1/slow", { signal: leaving.signal });
    await begun.promise;
    leaving.abort();
    await expect(left).rejects.toThrow();
    await aborted.promise;
    expect(asked).toHaveLength(1);
  });

  it("and a file whose client left before it was begun is not read, and is no failure", async () => {
    const [begun, gone, cancelled] = [0, 0, 0].map(() => Promise.withResolvers<void>());
    const failures: unknown[] = [];
    answer = async ({ signal }) => {
      signal.addEventListener("abort", () => gone?.resolve());
      begun?.resolve();
      await gone?.promise;
      return new Response(new ReadableStream({ cancel: () => cancelled?.resolve() }));
    };
    const rest = restOrNext(next as never);
    const port = await listening((request, response) =>
      Promise.resolve(rest(request as never, response as never)).catch((error) => failures.push(error)),
    );
    const leaving = new AbortController();
    const left = fetch(`http://127.0.0.1:${port}/api/v1/file`, { signal: leaving.signal });
    await begun?.promise;
    leaving.abort();
    await expect(left).rejects.toThrow();
    await cancelled?.promise;
    expect(failures).toEqual([]);
  });
});

it.each(["/", "/api/v1/openapi.json", "/api/v2/x"])("%s is left to Next", async (path) => {
  expect(await (await ask(path)).text()).toBe(`Next was asked for ${path}`);
  expect(asked).toEqual([]);
});

it("everything is left to Next while it has offered nothing", async () => {
  offerRest(undefined);
  expect(await (await ask("/api/v1/me")).text()).toBe("Next was asked for /api/v1/me");
});
