import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { follow } from "@/components/shell/live/follow";
import { type LiveNews, onLiveNews } from "@/components/shell/live/live-store";

/** The browser's side of a stream. */
class Source {
  static readonly all: Source[] = [];
  onopen = () => {};
  onmessage = (_: { data: string }) => {};
  onerror = () => {};
  closed = false;
  constructor(readonly address: string) {
    Source.all.push(this);
  }
  close(): void {
    this.closed = true;
  }
}
const newest = (): Source => Source.all.at(-1) as Source;

let status = 200;
const news: LiveNews[] = [];
let stop = () => {};
let unsubscribe = () => {};
const gone = vi.fn();
const page = Object.assign(new EventTarget(), { visibilityState: "visible" });

function look(state: "visible" | "hidden"): void {
  page.visibilityState = state;
  page.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  vi.useFakeTimers();
  Source.all.length = 0;
  news.length = 0;
  status = 200;
  gone.mockClear();
  page.visibilityState = "visible";
  const window = new EventTarget();
  vi.stubGlobal("EventSource", Source);
  vi.stubGlobal("document", page);
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("removeEventListener", window.removeEventListener.bind(window));
  vi.stubGlobal("fetch", async () => ({ status }));
  unsubscribe = onLiveNews((one) => news.push(one));
  stop = follow("/api/live/account", gone);
});
afterEach(() => {
  stop();
  unsubscribe();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("an open page", () => {
  it("says what it is told", () => {
    newest().onopen();
    newest().onmessage({ data: '{"kind":"ticket","id":"1"}' });
    newest().onmessage({ data: '{"kind":"notification"}' });
    newest().onmessage({ data: '{"kind":"typing","of":"ticket","id":"1","by":"staff"}' });
    expect(news).toEqual([
      { kind: "record", of: "ticket", id: "1" },
      { kind: "notification" },
      { kind: "typing", of: "ticket", id: "1", by: "staff" },
    ]);
  });

  it("opens a stream that has ended again, and says that it may have missed something", async () => {
    newest().onopen();
    newest().onerror();
    await vi.runOnlyPendingTimersAsync();
    expect(Source.all).toHaveLength(2);
    expect(news).toEqual([]);
    newest().onopen();
    expect(news).toEqual([{ kind: "missed" }]);
  });

  it("is refreshed once if its reader has no access any more, and asks no more", async () => {
    status = 403;
    newest().onerror();
    await vi.runOnlyPendingTimersAsync();
    newest().onerror();
    await vi.runOnlyPendingTimersAsync();
    expect(gone).toHaveBeenCalledTimes(1);
    expect(Source.all).toHaveLength(2);
  });

  it("is left alone while the portal is away, and stops asking after a while", async () => {
    status = 0;
    for (let tries = 0; tries < 30; tries++) {
      newest().onerror();
      await vi.runOnlyPendingTimersAsync();
    }
    expect(gone).not.toHaveBeenCalled();
    expect(news).toEqual([]);
    expect(Source.all.length).toBeLessThan(15);
    look("visible");
    newest().onopen();
    expect(news).toEqual([{ kind: "missed" }]);
  });

  it("that is not looked at for long closes its stream, and catches up later", () => {
    newest().onopen();
    look("hidden");
    vi.advanceTimersByTime(29_000);
    expect(newest().closed).toBe(false);
    vi.advanceTimersByTime(2_000);
    expect(newest().closed).toBe(true);
    look("visible");
    expect(Source.all).toHaveLength(2);
    newest().onopen();
    expect(news).toEqual([{ kind: "missed" }]);
  });

  it("that is left closes its stream", () => {
    stop();
    expect(newest().closed).toBe(true);
  });
});
