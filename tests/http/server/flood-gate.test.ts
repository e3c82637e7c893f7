import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { standBy } from "@/lib/platform/kernel/response-status";
import { readAll } from "@/tests/fixtures/send-all-then-read";
import { type Handle, portalServers, raw } from "./listening";

const listening = portalServers();

const request = (method: string, path: string, ...headers: string[]) =>
  `${method} ${path} HTTP/1.1\r\n${["Host: portal.example", "Connection: close", ...headers].join("\r\n")}\r\n\r\n`;
const get = (path: string) => request("GET", path);
const session = "Cookie: a=b; next-auth.session-token=x";
const action = "Next-Action: 7f";
const post = (path: string, ...headers: string[]) =>
  request("POST", path, "Content-Length: 0", ...(headers.length > 0 ? headers : [action]));

/** Answers each request on demand. */
function heldAnswers() {
  const begun: (string | undefined)[] = [];
  const ends: (() => void)[] = [];
  const wake: (() => void)[] = [];
  const handle: Handle = (asked, response) => {
    begun.push(asked.url);
    ends.push(() => response.end("ok"));
    for (const told of wake.splice(0)) told();
  };
  const untilBegun = async (count: number) => {
    while (begun.length < count) await new Promise<void>((resolve) => wake.push(resolve));
  };
  const endAll = () => {
    for (const end of ends.splice(0)) end();
  };
  return { begun, handle, untilBegun, endAll };
}

// However slow the machine is, a flood takes no time here: no place frees up meanwhile, and nobody has waited too long.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a flood of forms from people who are not signed in", () => {
  it("is answered 429 beyond the limit before any work is done, and affects nobody else", async () => {
    let asked = 0;
    const port = await listening((_, response) => {
      asked++;
      response.end("ok");
    });
    const paths = ["/sign-in", "/api/auth/callback/credentials", "/forgot-password?x=1", "/invitation/abc"];
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => raw(port, post(paths[n % 4] ?? ""))));
    const refused = answers.filter(({ status }) => status === 429);
    expect([refused.length, asked]).toEqual([160, 40]);
    for (const { head } of refused) expect(head).toMatch(/retry-after: 3/i);
    for (const free of [get("/sign-in"), post("/a/1", action, session)]) {
      expect((await raw(port, free)).status).toBe(200);
    }
  });

  it("is rejected whichever page its forms are sent to", async () => {
    const port = await listening((_, response) => response.end("ok"));
    const forms = Array.from({ length: 100 }, (_, n) => post(`/any/${n}`, action));
    const statuses = (await Promise.all(forms.map((form) => raw(port, form)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(60);
    expect((await raw(port, post("/", "Content-Type: multipart/form-data; boundary=b"))).status).toBe(429);
  });

  it.each(["/sign-in", "/api/auth/csrf", "/reference/permissions?role=owner"])(
    "cannot have %s drawn for everybody at once",
    async (path) => {
      const port = await listening((_, response) => response.end("ok"));
      const answers = await Promise.all(Array.from({ length: 200 }, () => raw(port, get(path))));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(120);
      for (const { head } of refused) expect(head).toMatch(/retry-after: 3/i);
      expect((await raw(port, get("/livez"))).status).toBe(200);
      expect((await raw(port, post("/sign-in"))).status).toBe(200);
    },
  );

  it("has three forms handled at once; the next is handled once one is answered, or is rejected", async () => {
    const { begun, handle, untilBegun, endAll } = heldAnswers();
    const port = await listening(handle);
    const first = Array.from({ length: 3 }, () => raw(port, post("/sign-in")));
    await untilBegun(3);
    const late = raw(port, post("/sign-in"));
    const answered = late.then(() => true);
    // Each step is after what has arrived by then; it waits in line, and then for too long.
    while (!(await Promise.race([answered, raw(port, get("/livez")).then(() => false)]))) vi.advanceTimersByTime(100);
    expect((await late).status).toBe(429);
    endAll();
    expect(new Set((await Promise.all(first)).map(({ status }) => status))).toEqual(new Set([200]));
    const next = raw(port, post("/sign-in"));
    await untilBegun(4);
    endAll();
    expect((await next).status).toBe(200);
    expect(begun).toHaveLength(4);
  });

  it("takes no slot with bodies that don't arrive", async () => {
    const port = await listening((_, response) => response.end("ok"));
    const slow = Array.from({ length: 10 }, () => {
      const socket = connect(port, "127.0.0.1").on("error", () => {});
      socket.write(request("POST", "/sign-in", action, "Content-Length: 100").concat("x"));
      return socket;
    });
    await Promise.all(slow.map((socket) => once(socket, "connect")));
    expect((await raw(port, post("/sign-in"))).status).toBe(200);
    const [one] = slow;
    one?.write("y".repeat(99));
    expect(one && (await readAll(one))).toMatchObject({ status: 200, body: "ok" });
    for (const socket of slow) socket.destroy();
  });

  it("passes on a body that arrived while the form was queued", async () => {
    const port = await listening(async (asked, response) => {
      const pieces: Buffer[] = [];
      for await (const piece of asked) pieces.push(piece);
      response.end(Buffer.concat(pieces));
    });
    const body = "email=a%40b.example&password=x".repeat(2_000);
    const sent = request("POST", "/api/auth/callback/credentials", `Content-Length: ${body.length}`) + body;
    expect(await raw(port, sent)).toMatchObject({ status: 200, body });
  });

  it("takes no slot while a guess is being slowed down", async () => {
    const { handle, untilBegun, endAll } = heldAnswers();
    const over = Promise.withResolvers<void>();
    const port = await listening(async (asked, response) => {
      if (asked.url === "/sign-in?slow") await standBy(() => over.promise);
      handle(asked, response);
    });
    const slowed = Array.from({ length: 10 }, () => raw(port, post("/sign-in?slow")));
    const quick = raw(port, post("/sign-in?quick"));
    await untilBegun(1);
    endAll();
    expect((await quick).status).toBe(200);
    over.resolve();
    for (const count of [4, 7, 10, 11]) {
      await untilBegun(count);
      endAll();
    }
    for (const { status } of await Promise.all(slowed)) expect(status).toBe(200);
  });
});
