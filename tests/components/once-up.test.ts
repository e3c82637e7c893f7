import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onceUp } from "@/components/ui/once-up";

/** What the portal answers, and what was asked. */
let status = 204;
const asked: RequestInit[] = [];
const act = vi.fn();
const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
let tab = new EventTarget();
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  asked.length = 0;
  act.mockClear();
  status = 204;
  page.visibilityState = "visible";
  tab = new EventTarget();
  vi.stubGlobal("document", page);
  vi.stubGlobal("addEventListener", tab.addEventListener.bind(tab));
  vi.stubGlobal("fetch", async (address: string, request: RequestInit) => {
    expect(address).toBe("/up");
    asked.push(request);
    if (status === 0) throw new TypeError("Failed to fetch");
    return { ok: status < 300 };
  });
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const begin = async () => {
  stop = onceUp(act);
  await vi.advanceTimersByTimeAsync(0);
};
const online = async () => {
  tab.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
};

describe("a page that wants to refresh itself", () => {
  it("does so at once if the portal answers, and asks for no body", async () => {
    await begin();
    expect(act).toHaveBeenCalledTimes(1);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ method: "HEAD", cache: "no-store", signal: expect.any(AbortSignal) });
  });

  it.each([
    ["can't be reached", 0],
    ["is away behind its proxy", 502],
    ["has no database or is being stopped", 503],
  ])("waits while the portal %s, asks less and less often, and does it once", async (_, failure) => {
    status = failure;
    await begin();
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(3);
    expect(act).not.toHaveBeenCalled();
    status = 204;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(act).toHaveBeenCalledTimes(1);
    await online();
    await vi.advanceTimersByTimeAsync(600_000);
    expect([act.mock.calls.length, asked.length]).toEqual([1, 4]);
  });

  it("asks again at once when the connection is back", async () => {
    status = 0;
    await begin();
    status = 204;
    await online();
    expect(act).toHaveBeenCalledTimes(1);
  });

  it("stops asking after a while, and goes on when it is looked at", async () => {
    status = 503;
    await begin();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked).toHaveLength(10);
    status = 204;
    page.visibilityState = "hidden";
    page.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(10);
    page.visibilityState = "visible";
    page.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(0);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it("gives up with everything it listens to when it is left", async () => {
    status = 0;
    await begin();
    stop();
    status = 204;
    await online();
    page.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(600_000);
    expect([asked.length, act.mock.calls.length]).toEqual([1, 0]);
  });

  it("does nothing if it is left while it asks", async () => {
    stop = onceUp(act);
    stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(act).not.toHaveBeenCalled();
  });
});
