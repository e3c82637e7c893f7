import { once } from "node:events";
import { connect } from "node:net";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { noteOutage } from "@/lib/platform/kernel/response-status";
import { readAll, sendAllThenRead } from "@/tests/fixtures/send-all-then-read";
import { type Handle, portalServers } from "./listening";

const listening = portalServers();

/** More than the buffers of both sides hold together, so that sending waits for the portal to read. */
const SIZE = 24 * 1024 * 1024;

const head = (method: string, path: string, ...headers: string[]) =>
  `${method} ${path} HTTP/1.1\r\n${["Host: portal.example", `Content-Length: ${SIZE}`, ...headers].join("\r\n")}\r\n\r\n`;

const answer =
  (status: number): Handle =>
  (_, response) => {
    response.statusCode = status;
    response.end("no");
  };

describe("a client that sends all of a large body before it reads gets the answer", () => {
  const close = "Connection: close";
  it.each([400, 401, 403, 404, 405, 409, 413, 415, 429, 500, 503])("%i, before anything was read", async (status) => {
    const port = await listening(answer(status));
    expect(await sendAllThenRead(port, head("POST", "/api/v1/x", close), SIZE)).toMatchObject({ status, body: "no" });
  });

  it.each([
    ["a web stream that was cancelled", (request: Readable) => Readable.toWeb(request).cancel()],
    ["a loop that was left", async (request: Readable) => void (await request[Symbol.asyncIterator]().return?.())],
    [
      "a loop that was left after a piece",
      async (request: Readable) => {
        for await (const _ of request) break;
      },
    ],
    ["a pipeline that failed", (request: Readable) => pipeline(request, refusing()).catch(() => {})],
    ["a request that was destroyed", (request: Readable) => void request.destroy(new Error("No more of it."))],
    ["a reader that stopped", (request: Readable) => void request.once("data", () => request.pause())],
  ])("after %s", async (_, giveUp) => {
    const port = await listening(async (request, response) => {
      await giveUp(request);
      await turn();
      answer(413)(request, response);
    });
    expect(await sendAllThenRead(port, head("POST", "/api/v1/x", close), SIZE)).toMatchObject({ status: 413 });
  });

  it("from the server itself, for a method and an address it doesn't have, and for a form that Next fails on", async () => {
    const port = await listening(async (request, response) => {
      await pipeline(request, refusing()).catch(() => {});
      noteOutage();
      answer(500)(request, response);
    });
    expect(await sendAllThenRead(port, head("PUT", "/sign-in", close), SIZE)).toMatchObject({ status: 405 });
    expect(await sendAllThenRead(port, head("POST", "/%E0", close), SIZE)).toMatchObject({ status: 400 });
    expect(await sendAllThenRead(port, head("POST", "/a/1", close, "Next-Action: 7f"), SIZE)).toMatchObject({
      status: 503,
    });
  });

  it("and is served again on the same connection if it keeps that", async () => {
    const port = await listening(answer(413));
    const socket = connect(port, "127.0.0.1");
    socket.write(head("POST", "/uploads/1"));
    const [first] = await once(socket, "data");
    expect(first.toString()).toMatch(/^HTTP\/1.1 413/);
    socket.write(Buffer.alloc(SIZE, "x"));
    socket.write("GET / HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n");
    expect(await readAll(socket)).toMatchObject({ status: 413, body: "no" });
  });
});

describe("a client that goes on sending what nobody reads", () => {
  it.each(["Connection: close", "Connection: keep-alive"])("is cut off after a while: %s", async (kind) => {
    const port = await listening(answer(413), {
      headers: 9_000,
      request: 9_000,
      check: 50,
      reading: 9_000,
      draining: 300,
    });
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write(head("POST", "/uploads/1", kind));
    const closed = once(socket, "close");
    socket.resume();
    await closed;
    expect(socket.bytesRead).toBeGreaterThan(0);
  });
});

describe("a client that leaves", () => {
  it("ends the request with an error, as before", async () => {
    const ended = Promise.withResolvers<unknown>();
    const port = await listening((request) => void request.resume().on("error", ended.resolve));
    const socket = connect(port, "127.0.0.1");
    socket.write(head("POST", "/uploads/1"));
    socket.write("x");
    await turn();
    socket.destroy();
    expect(await ended.promise).toMatchObject({ code: "ECONNRESET" });
  });
});

const refusing = () => new Transform({ transform: (_piece, _encoding, done) => done(new Error("Too large.")) });
