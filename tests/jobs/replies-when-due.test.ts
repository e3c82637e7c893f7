import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { repliesWhenDue } from "@/lib/jobs/replies-when-due";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker whose runs find these times until the next reply, one after another; then nothing waits. */
function worker(...waits: (number | null)[]) {
  const state = { runs: 0, stopping: false };
  const due = async () => {
    state.runs += 1;
    return { sent: 0, nextInMs: waits.shift() ?? null };
  };
  return { state, ...repliesWhenDue(() => state.stopping, due) };
}

describe("sending replies as they fall due", () => {
  it("runs again by itself when the next one is due, and not before", async () => {
    const { state, send } = worker(4_000, null);
    await send();
    await vi.advanceTimersByTimeAsync(3_999);
    expect(state.runs).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.runs).toBe(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.runs).toBe(2);
  });

  it("waits for the soonest only: a later run replaces the timer of the one before", async () => {
    const { state, send } = worker(9_000, 2_000, null);
    await send();
    await send();
    expect(state.runs).toBe(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(state.runs).toBe(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.runs).toBe(3);
  });

  it("doesn't run twice for one reply whose time is rounded down", async () => {
    const { state, send } = worker(0.2, null);
    await send();
    await vi.advanceTimersByTimeAsync(9);
    expect(state.runs).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.runs).toBe(2);
  });

  it("sets no timer while the worker is stopping, and none is left once it has stopped", async () => {
    const stopping = worker(1_000, 1_000);
    stopping.state.stopping = true;
    await stopping.send();
    expect(vi.getTimerCount()).toBe(0);
    const stopped = worker(1_000, 1_000);
    await stopped.send();
    expect(vi.getTimerCount()).toBe(1);
    stopped.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
