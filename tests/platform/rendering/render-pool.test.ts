import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { log } from "@/lib/platform/logging/log";
import { RenderPool } from "@/lib/platform/rendering/render-pool";
import { problemOf } from "@/tests/fixtures/problem-of";

const quick = new RenderPool({
  program: "tests/platform/rendering/fixtures/thread.ts",
  threads: 1,
  drawingMs: 50_000,
  waitingMs: 50_000,
  memoryMb: 64,
});
const impatient = new RenderPool({
  program: "tests/platform/rendering/fixtures/thread.ts",
  threads: 1,
  drawingMs: 1,
  waitingMs: 50_000,
  memoryMb: 64,
});

const textOf = async (drawn: Promise<Uint8Array>) => new TextDecoder().decode(await drawn);
const echo = (text: string) => textOf(quick.draw(new Rendering("echo", [text])));

afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await quick.close();
  await impatient.close();
});

describe("a rendering thread", () => {
  it("takes plain data and returns bytes", async () => {
    expect(await echo("株式会社")).toBe("株式会社");
  });

  it.each(["crash", "throw", "memory"])(
    "that fails (%s) answers 503 with a sentence, and the next document is drawn",
    async (how) => {
      vi.spyOn(log(), "error").mockImplementation(() => undefined);
      const problem = await problemOf(quick.draw(new Rendering(how, [])));
      expect(problem).toMatchObject({ code: "unavailable", status: 503 });
      expect(problem.detail).toContain("couldn't be prepared");
      expect(await echo("again")).toBe("again");
    },
  );

  it("that takes too long is stopped and reported", async () => {
    vi.spyOn(log(), "error").mockImplementation(() => undefined);
    const problem = await problemOf(impatient.draw(new Rendering("hang", [])));
    expect(problem).toMatchObject({ code: "unavailable", status: 503 });
    expect(problem.detail).toContain("took too long");
  });

  it("has its full time from when it starts to render, thread start not included", async () => {
    vi.spyOn(log(), "error").mockImplementation(() => undefined);
    const cold = new RenderPool({
      program: "tests/platform/rendering/fixtures/slow-starting-thread.ts",
      threads: 1,
      drawingMs: 400,
      waitingMs: 50_000,
      memoryMb: 64,
    });
    expect(await textOf(cold.draw(new Rendering("echo", ["first"])))).toBe("first");
    await cold.close();
  });

  it("that waits too long for a thread gets a 503 and affects no other", async () => {
    vi.spyOn(log(), "error").mockImplementation(() => undefined);
    const options = {
      program: "tests/platform/rendering/fixtures/thread.ts",
      threads: 1,
      drawingMs: 50_000,
      waitingMs: 50_000,
      memoryMb: 64,
    };
    const busy = new RenderPool(options);
    const gone = new AbortController();
    const hanging = problemOf(busy.draw(new Rendering("hang", []), gone.signal));
    options.waitingMs = 1;
    const late = await problemOf(busy.draw(new Rendering("echo", ["late"])));
    expect(late).toMatchObject({ code: "unavailable", status: 503 });
    gone.abort();
    expect((await hanging).detail).toBe("The download was cancelled.");
    await busy.close();
  });

  it("that cannot start a thread fails without ending the process", async () => {
    vi.spyOn(log(), "error").mockImplementation(() => undefined);
    const broken = new RenderPool({
      program: "tests/platform/rendering/fixtures/no-such-thread.ts",
      threads: 1,
      drawingMs: 50_000,
      waitingMs: 50_000,
      memoryMb: 64,
    });
    await vi.waitFor(() => expect(log().error).toHaveBeenCalled(), 30_000);
    expect((await problemOf(broken.draw(new Rendering("echo", ["x"])))).code).toBe("unavailable");
    await broken.close();
  });

  it("is stopped when the caller disconnects, and the next document is rendered", async () => {
    const gone = new AbortController();
    const lost = problemOf(quick.draw(new Rendering("hang", []), gone.signal));
    const waiting = echo("next");
    gone.abort();
    expect((await lost).detail).toBe("The download was cancelled.");
    expect(await waiting).toBe("next");
  });

  it("drops callers who disconnect while queued", async () => {
    const first = new AbortController();
    const second = new AbortController();
    const hanging = problemOf(quick.draw(new Rendering("hang", []), first.signal));
    const waiting = problemOf(quick.draw(new Rendering("hang", []), second.signal));
    second.abort();
    expect((await waiting).detail).toBe("The download was cancelled.");
    expect(quick.waiting).toBe(0);
    first.abort();
    await hanging;
    expect(await echo("free")).toBe("free");
  });
});
