import { describe, expect, it } from "vitest";
import { operations } from "@/lib/http/registry";
import { DOWNLOAD } from "@/lib/http/server/download-gate";
import { type Handle, portalServers, raw } from "./listening";

const listening = portalServers();

const get = (path: string, ...headers: string[]) =>
  `GET ${path} HTTP/1.1\r\n${["Host: portal.example", "Connection: close", ...headers].join("\r\n")}\r\n\r\n`;
const pdf = (caller: string) =>
  get("/api/v1/accounts/1/statement/pdf?from=2026-01-01", `Cookie: next-auth.session-token=${caller}`);

/** Answers each request on demand. */
function heldAnswers(begin: (response: Parameters<Handle>[1]) => void = () => {}) {
  const ends: (() => void)[] = [];
  const wake: (() => void)[] = [];
  let count = 0;
  const handle: Handle = (_, response) => {
    count++;
    begin(response);
    ends.push(() => response.end("ok"));
    for (const told of wake.splice(0)) told();
  };
  const untilBegun = async (wanted: number) => {
    while (count < wanted) await new Promise<void>((resolve) => wake.push(resolve));
  };
  const endAll = () => {
    for (const end of ends.splice(0)) end();
  };
  return { handle, untilBegun, endAll, begun: () => count };
}

describe("downloads", () => {
  it("are recognised by their path: all of them, and nothing else", () => {
    for (const { name, http } of operations) {
      const isFile = ["application/pdf", "text/csv", "application/zip", "application/octet-stream"].includes(
        http.file ?? "",
      );
      const path = `/api/v1${http.path.replace(/\{\w+\}/g, "0198c7d0-0000-7000-8000-000000000000")}`;
      expect(DOWNLOAD.test(path) && http.method === "GET", name).toBe(isFile);
    }
  });

  it("wait for the end of the response with one listener, however many count, log and limit them", async () => {
    let listeners = 0;
    const port = await listening((_, response) => {
      listeners = response.listenerCount("close");
      response.end("ok");
    });
    expect((await raw(port, pdf("a"))).status).toBe(200);
    expect(listeners).toBe(1);
  });

  it("are limited to six at once per caller; a seventh is rejected before the caller is identified", async () => {
    const { handle, untilBegun, endAll, begun } = heldAnswers();
    const port = await listening(handle);
    const allRefused = Promise.withResolvers<void>();
    let refused = 0;
    const answers = Array.from({ length: 10 }, async () => {
      const answer = await raw(port, pdf("a"));
      if (answer.status !== 429) return answer.status;
      expect(JSON.parse(answer.body).detail).toContain("You already have several downloads in progress");
      expect(answer.head).toMatch(/retry-after: 5/i);
      if (++refused === 4) allRefused.resolve();
      return answer.status;
    });
    await allRefused.promise;
    for (const count of [2, 4, 6]) {
      await untilBegun(count);
      endAll();
    }
    const statuses = (await Promise.all(answers)).sort();
    expect(statuses).toEqual([...Array(6).fill(200), ...Array(4).fill(429)]);
    expect(begun()).toBe(6);
    const again = raw(port, pdf("a"));
    await untilBegun(7);
    endAll();
    expect((await again).status).toBe(200);
  });

  it("are prepared two at a time across all callers, and pages don't wait for them", async () => {
    const { handle, untilBegun, endAll, begun } = heldAnswers();
    const port = await listening((request, response) =>
      request.url === "/page" ? response.end("page") : handle(request, response),
    );
    const answers = ["a", "b", "c", "d", "e"].map((caller) => raw(port, pdf(caller)));
    await untilBegun(2);
    expect((await raw(port, get("/page"))).body).toBe("page");
    expect(begun()).toBe(2);
    for (const count of [2, 4, 5]) {
      await untilBegun(count);
      endAll();
    }
    for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
  });

  it("don't keep others from being prepared while they are sent", async () => {
    const { handle, untilBegun, endAll } = heldAnswers((response) => response.write("begun"));
    const port = await listening(handle);
    const answers = ["a", "b", "c", "d", "e"].map((caller) => raw(port, pdf(caller)));
    await untilBegun(5);
    endAll();
    for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
  });

  it("show a page to people who clicked a link", async () => {
    const { handle, endAll, untilBegun } = heldAnswers();
    const port = await listening(handle);
    const link = pdf("a").replace("\r\n\r\n", "\r\nAccept: text/html\r\n\r\n");
    const answers = Array.from({ length: 7 }, () => raw(port, link));
    const refused = await Promise.race(answers);
    expect(refused.head).toMatch(/429.*text\/html/s);
    expect(refused.body).toContain("<p>You already have several downloads in progress");
    for (const count of [2, 4, 6]) {
      await untilBegun(count);
      endAll();
    }
    await Promise.all(answers);
  });
});
