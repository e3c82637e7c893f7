import { expect, it } from "vitest";
import { boundedQueue } from "@/lib/platform/kernel/bounded-queue";
import { msg } from "@/lib/platform/language/msg";
import { problemOf } from "@/tests/fixtures/problem-of";

/** Work that ends on demand. */
function heldWork() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.set(name, () => resolve(name));
    });
  return { begun, work, end: (name: string) => ends.get(name)?.() };
}

const bounds = { longest: 600_000, refusal: msg("Too many people.") };

it("runs a limited number at once, queues a limited number in order, and rejects the rest with Retry-After", async () => {
  const { begun, work, end } = heldWork();
  const queue = boundedQueue({ ...bounds, atOnce: 2, waiting: 2 });
  const running = ["a", "b", "c", "d"].map((name) => queue.run(work(name)));
  expect(begun).toEqual(["a", "b"]);
  expect(await problemOf(queue.run(work("e")))).toMatchObject({
    code: "too-many",
    detail: "Too many people.",
    extra: { retryAfter: 3 },
  });
  expect(() => queue.requireRoom()).toThrow(/Too many people/);
  end("b");
  await running[1];
  expect(begun).toEqual(["a", "b", "c"]);
  queue.requireRoom();
  for (const name of ["a", "c"]) end(name);
  await Promise.all([running[0], running[2]]);
  expect(begun).toEqual(["a", "b", "c", "d"]);
  end("d");
  expect(await running[3]).toBe("d");
});

it("passes the slot of failed work to the next", async () => {
  const { work, end } = heldWork();
  const queue = boundedQueue({ ...bounds, atOnce: 1, waiting: 1 });
  const failed = queue.run(() => Promise.reject(new Error("no")));
  const next = queue.run(work("next"));
  await expect(failed).rejects.toThrow("no");
  end("next");
  expect(await next).toBe("next");
  const again = queue.run(work("again"));
  end("again");
  expect(await again).toBe("again");
});

it("rejects work that has waited too long, and the next moves up", async () => {
  const { begun, work, end } = heldWork();
  const queue = boundedQueue({ ...bounds, atOnce: 1, waiting: 1, longest: 1 });
  const first = queue.run(work("first"));
  expect((await problemOf(queue.run(work("late")))).code).toBe("too-many");
  end("first");
  await first;
  const next = queue.run(work("next"));
  end("next");
  expect(await next).toBe("next");
  expect(begun).toEqual(["first", "next"]);
});

it("lends the slot of idle work to others, and resumes that work before those in line", async () => {
  const { begun, work, end } = heldWork();
  const queue = boundedQueue({ ...bounds, atOnce: 1, waiting: 2 });
  const waiting = Promise.withResolvers<void>();
  const slowed = queue.run(async ({ standBy }) => {
    begun.push("slowed");
    await standBy(() => waiting.promise);
    begun.push("back");
  });
  const second = queue.run(work("second"));
  const third = queue.run(work("third"));
  expect(begun).toEqual(["slowed", "second"]);
  waiting.resolve();
  await new Promise(setImmediate);
  expect(begun).toEqual(["slowed", "second"]);
  end("second");
  await Promise.all([second, slowed]);
  await new Promise(setImmediate);
  expect(begun).toEqual(["slowed", "second", "back", "third"]);
  end("third");
  expect(await third).toBe("third");
});
