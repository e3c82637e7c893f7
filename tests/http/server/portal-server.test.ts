import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { ServerLimits } from "@/lib/http/server/portal-server";
import { answerWithStatus, noteActionBegun, noteOutage } from "@/lib/platform/kernel/response-status";
import { type Handle, portalServers, raw } from "./listening";

const listening = portalServers();

const echo: Handle = (request, response) => response.end(`asked ${request.url}`);
const get = (target: string, ...headers: string[]) =>
  `GET ${target} HTTP/1.1\r\n${["Host: portal.example", "Connection: close", ...headers].join("\r\n")}\r\n\r\n`;

describe("an invalid request is answered with 4xx and a message", () => {
  const tree = encodeURIComponent(JSON.stringify(["", { children: ["__PAGE__", {}] }]));
  it.each([
    ["a target that is no path", "OPTIONS * HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n", 400],
    ["a target on a foreign host", get("http://evil.test/"), 421],
    ["a target on our host with credentials in it", get("http://a:b@portal.example/"), 421],
    ["a target that is no address", get("http://"), 400],
    ["a target of another scheme", get("ftp://portal.example/"), 400],
    ["a host with a path", get("/").replace("portal.example", "portal.example/x"), 400],
    ["a host with credentials in it", get("/").replace("portal.example", "a@evil.test"), 400],
    ["a host with a space", get("/").replace("portal.example", "a b"), 400],
    ["a port that is none", get("/").replace("portal.example", "portal.example:99999"), 400],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["two hosts", get("/", "Host: portal.example"), 400],
    ["two credentials", get("/", "Authorization: Bearer a", "Authorization: Bearer b"), 400],
    ["two types of content", get("/", "Content-Type: text/plain", "Content-Type: application/json"), 400],
    ["two keys of idempotency", get("/", "Idempotency-Key: a", "Idempotency-Key: b"), 400],
    ["an encoding of the body", get("/", "Content-Encoding: gzip"), 415],
    ["an origin that is none", get("/", "Origin: nowhere"), 400],
    ["a router state that is no JSON", get("/", "RSC: 1", "Next-Router-State-Tree: %7Bx"), 400],
    ["a router state of another shape", get("/", "RSC: 1", "Next-Router-State-Tree: %7B%7D"), 400],
    ["a router state that is not encoded", get("/", "RSC: 1", "Next-Router-State-Tree: %"), 400],
    ["a path that is not encoded", get("/%E0%A4%A"), 400],
    ["headers without measure", get("/", `X-Large: ${"x".repeat(20_000)}`), 431],
    ["no HTTP", "HELLO\r\n\r\n", 400],
    ["two lengths", get("/", "Content-Length: 1", "Content-Length: 2"), 400],
  ])("%s", async (_, text, status) => {
    const answer = await raw(await listening(echo), text);
    expect(answer.status).toBe(status);
    expect(answer.head).toMatch(/content-type: application\/problem\+json/i);
    expect(JSON.parse(answer.body)).toMatchObject({ status, detail: expect.stringMatching(/\.$/) });
  });

  it.each([
    ["the portal's own address", get("http://portal.example/a?x=1"), "asked /a?x=1"],
    ["a router state of Next's own", get("/", "RSC: 1", `Next-Router-State-Tree: ${tree}`), "asked /"],
    ["an address in brackets", get("/").replace("portal.example", "[::1]:3000"), "asked /"],
    ["an origin that is kept back", get("/", "Origin: null"), "asked /"],
    ["a body that is not encoded", get("/", "Content-Encoding: identity"), "asked /"],
  ])("and %s is not refused", async (_, text, body) => {
    expect(await raw(await listening(echo), text)).toMatchObject({ status: 200, body });
  });
});

describe("a request to upgrade the connection", () => {
  it.each(["websocket", "h2c"])("is answered like any other: %s", async (protocol) => {
    // Next adds such a listener with its first request.
    const port = await listening((request, response) => {
      (request.socket as unknown as { server: Server }).server.on("upgrade", () => {});
      return echo(request, response);
    });
    await raw(port, get("/first"));
    const ask = get("/second", `Upgrade: ${protocol}`).replace("Connection: close", "Connection: upgrade, close");
    expect(await raw(port, ask)).toMatchObject({ status: 200, body: "asked /second" });
  });
});

describe("a 500 from Next that isn't a bug", () => {
  const failing: Handle = (_, response) => {
    response.statusCode = 500;
    response.setHeader("content-type", "text/html");
    response.setHeader("content-encoding", "gzip");
    response.write("Internal");
    response.end(" Server Error");
  };
  const form = (body: string, ...headers: string[]) =>
    `POST /x HTTP/1.1\r\n${["Host: portal.example", "Connection: close", `Content-Length: ${body.length}`, ...headers].join("\r\n")}\r\n\r\n${body}`;
  const read = (request: IncomingMessage) => request.resume() && once(request, "end");

  it("becomes 503 with a page and Retry-After if the database was down", async () => {
    const port = await listening((request, response) => {
      noteOutage();
      return failing(request, response);
    });
    const page = await raw(port, get("/a", "Accept: text/html"));
    expect(page.status).toBe(503);
    expect(page.head).toMatch(/retry-after: 5/i);
    expect(page.head).not.toMatch(/gzip/);
    expect(page.body).toMatch(/<h1>Temporarily unavailable<\/h1>/);
    expect(page.body).not.toMatch(/Internal/);
    expect((await raw(port, form("x", "Next-Action: 7f"))).head).toMatch(/503.*content-type: text\/plain\r/is);
    expect((await raw(port, get("/a"))).head).toMatch(/503.*application\/problem\+json/s);
  });

  it("becomes 400 for an invalid form, and 413 for one that is too large", async () => {
    const port = await listening(async (request, response) => {
      await read(request);
      failing(request, response);
    });
    const action = await raw(port, form("[", "Next-Action: 7f", "Content-Type: text/plain"));
    expect([action.status, action.body]).toEqual([400, "The form could not be read. Reload the page and try again."]);
    const plain = await raw(port, form("x", "Content-Type: multipart/form-data; boundary=b", "Accept: text/html"));
    expect([plain.status, plain.body]).toEqual([400, expect.stringContaining("<h1>The form could not be read</h1>")]);
    const large = await raw(port, form("x".repeat(1_400_000), "Next-Action: 7f"));
    expect([large.status, large.body]).toEqual([413, expect.stringMatching(/256 kB/)]);
  });

  it("stays 500 once an action has started, and for anything but a form", async () => {
    const port = await listening(async (request, response) => {
      await read(request);
      noteActionBegun();
      failing(request, response);
    });
    expect(await raw(port, form("[]", "Next-Action: 7f"))).toMatchObject({ status: 500 });
    expect(await raw(port, get("/"))).toMatchObject({ status: 500 });
  });

  it("becomes a page with the input if the form is from before an update", async () => {
    const port = await listening(async (request, response) => {
      await read(request);
      response.statusCode = 409;
      response.setHeader("x-nextjs-action-not-found", "1");
      response.end("Server Action unavailable.");
    });
    const fields = { subject: "It <is> down", password: "hunter2hunter2", $ACTION_ID_1: "", accountId: "17" };
    const body = Object.entries(fields)
      .map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join("");
    const type = "Content-Type: multipart/form-data; boundary=b";
    const page = await raw(port, form(`${body}--b--\r\n`, type, "Accept: text/html"));
    expect(page.status).toBe(409);
    expect(page.body).toContain("It &lt;is&gt; down");
    expect(page.body).not.toMatch(/hunter2|ACTION_ID|>17</);
    // With JavaScript the form itself says so.
    const script = await raw(port, form("[]", "Next-Action: 7f"));
    expect([script.status, script.body]).toEqual([409, "Server Action unavailable."]);
    expect(script.head).toMatch(/x-nextjs-action-not-found: 1/);
  });

  it("leaves a page that sets its own status alone", async () => {
    const port = await listening((_, response) => {
      answerWithStatus(403, { "x-why": "refused" });
      response.end("no");
    });
    expect(await raw(port, get("/"))).toMatchObject({
      status: 403,
      body: "no",
      head: expect.stringMatching(/x-why: refused/),
    });
  });

  it("and a handler that throws is a 500 with a message", async () => {
    const port = await listening(() => Promise.reject(new Error("secret")));
    const answer = await raw(port, get("/"));
    expect(answer.status).toBe(500);
    expect(answer.body).not.toMatch(/secret/);
  });
});

describe("a slow connection", () => {
  const short: ServerLimits = { headers: 300, request: 400, check: 50, reading: 300, draining: 300 };

  it.each([
    ["headers that never end", "GET / HTTP/1.1\r\nHost: portal.example\r\n"],
    ["a body that never ends", "POST /api/x HTTP/1.1\r\nHost: portal.example\r\nContent-Length: 100\r\n\r\nx"],
  ])("is closed: %s", async (_, text) => {
    const port = await listening((request) => request.resume().on("error", () => {}), short);
    expect(await raw(port, text)).toMatchObject({ status: 408 });
  });

  it("is closed if nobody reads the response, but not if it is read slowly", async () => {
    const answer = "x".repeat(64 * 1024 * 1024);
    let closed: Promise<unknown> = Promise.resolve();
    const port = await listening(
      (request, response) => {
        if (request.url === "/never") closed = once(request.socket, "close");
        response.end(answer);
      },
      { ...short, headers: 60_000, request: 60_000 },
    );
    const never = connect(port, "127.0.0.1").pause();
    never.on("error", () => {});
    never.write(get("/never"));
    const slowly = connect(port, "127.0.0.1");
    slowly.write(get("/slowly"));
    let bytes = 0;
    for await (const piece of slowly) bytes += piece.length;
    await closed;
    expect(bytes).toBeGreaterThan(answer.length);
    never.destroy();
  });
});
