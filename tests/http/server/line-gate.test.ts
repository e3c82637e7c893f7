import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { type Handle, portalServers, raw } from "./listening";

const listening = portalServers();

const request = (method: string, path: string, ...headers: string[]) =>
  `${method} ${path} HTTP/1.1\r\n${["Host: portal.example", "Connection: close", ...headers].join("\r\n")}\r\n\r\n`;
const page = request("GET", "/a/1/invoices");
const list = request("GET", "/api/v1/accounts/1/invoices");

/** Answers a request when told to, and says how many are being handled. */
function heldAnswers() {
  const held: Parameters<Handle>[1][] = [];
  const wake: (() => void)[] = [];
  let most = 0;
  let begun = 0;
  const handle: Handle = (_, response) => {
    begun++;
    most = Math.max(most, held.push(response));
    for (const told of wake.splice(0)) told();
  };
  const untilBegun = async (count: number) => {
    while (begun < count) await new Promise<void>((resolve) => wake.push(resolve));
  };
  return { held, handle, untilBegun, most: () => most };
}

test("pages and the API are handled eight at once, and the others in turn: none fails", async () => {
  const { held, handle, untilBegun, most } = heldAnswers();
  const port = await listening(handle);
  const answers = Array.from({ length: 32 }, (_, n) => raw(port, n % 2 ? page : list));
  for (let begun = 8; begun <= 32; begun++) {
    await untilBegun(begun);
    held.shift()?.end("ok");
  }
  for (const response of held) response.end("ok");
  expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([200]));
  expect(most()).toBe(8);
});

test("forms, files and probes don't wait in line", async () => {
  const { held, handle, untilBegun } = heldAnswers();
  const port = await listening(handle);
  const pages = Array.from({ length: 10 }, () => raw(port, page));
  await untilBegun(8);
  const others = [
    request("POST", "/a/1/tickets", "Next-Action: 1", "Content-Length: 0"),
    request("GET", "/_next/static/chunks/a.js"),
    request("GET", "/icons.svg?v=1"),
  ].map((text) => raw(port, text));
  await untilBegun(11);
  expect((await raw(port, request("GET", "/livez"))).status).toBe(200);
  for (const response of held.splice(0)) response.end("ok");
  await untilBegun(13);
  for (const response of held) response.end("ok");
  for (const { status } of await Promise.all([...pages, ...others])) expect(status).toBe(200);
});

test("a page whose address ends as a file's does waits in line like any other", async () => {
  const { held, handle, untilBegun, most } = heldAnswers();
  const port = await listening(handle);
  const paths = [
    "/a/1/tickets/x.png",
    "/_next/static/../../a/1",
    "/_next/static/%2e%2e/%2e%2e/api/v1/me",
    "/%61pi/v1/me",
  ];
  const answers = Array.from({ length: 12 }, (_, n) => raw(port, request("GET", paths[n % paths.length] ?? "")));
  for (let begun = 8; begun <= 12; begun++) {
    await untilBegun(begun);
    held.shift()?.end("ok");
  }
  for (const response of held) response.end("ok");
  await Promise.all(answers);
  expect(most()).toBe(8);
});

test("a slot is free once the answer begins, however slowly it is read, and when the reader leaves", async () => {
  const { held, handle, untilBegun } = heldAnswers();
  const port = await listening(handle);
  const readers = Array.from({ length: 8 }, () => {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    socket.write(page);
    return socket;
  });
  await untilBegun(8);
  for (const response of held.splice(0, 4)) response.writeHead(200).write("some of it");
  const next = Array.from({ length: 4 }, () => raw(port, page));
  await untilBegun(12);
  const closed = held.slice(0, 4).map((response) => once(response, "close"));
  for (const socket of readers) socket.destroy();
  await Promise.all(closed);
  const last = Array.from({ length: 4 }, () => raw(port, list));
  await untilBegun(16);
  for (const response of held) response.end("ok");
  for (const { status } of await Promise.all([...next, ...last])) expect(status).toBe(200);
});

test("a call of the API whose body doesn't arrive takes no slot", async () => {
  const port = await listening((_, response) => response.end("ok"));
  const slow = Array.from({ length: 8 }, () => {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    socket.write(request("POST", "/api/v1/accounts/1/tickets", "Content-Length: 100").concat("x"));
    return socket;
  });
  await Promise.all(slow.map((socket) => once(socket, "connect")));
  expect((await raw(port, page)).status).toBe(200);
  for (const socket of slow) socket.destroy();
});
