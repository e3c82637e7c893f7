import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { uploadFile } from "@/components/ui/upload-file";

const folder = path.join(import.meta.dirname, "../../components");
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), "utf8") }));

describe("what the browser's code waits for", () => {
  it("of the portal has a signal in each request, unless nobody waits for the answer", () => {
    const asked = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\n( *).*await fetch\(.*(?:\n\1 .*)*/g)].map(([whole]) => ({ file, whole })),
    );
    expect(asked.length).toBeGreaterThan(4);
    const endless = asked.filter(({ whole }) => !whole.includes("signal")).map(({ file }) => file);
    expect(endless).toEqual([]);
  });

  it("of a person, an authenticator or the push service is within a deadline", () => {
    const waits =
      /(startAuthentication|startRegistration|requestPermission|serviceWorker\.ready|pushManager\.subscribe)\(?/;
    const waiting = sources.filter(({ text }) => waits.test(text));
    expect(waiting.length).toBeGreaterThan(2);
    const endless = waiting.filter(({ text }) => !/withDeadline\(|passkeyWithin/.test(text)).map(({ file }) => file);
    expect(endless).toEqual([]);
  });
});

describe("an upload to a portal that accepts and says nothing", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("ends with a sentence, after every request has ended by itself and was tried again", async () => {
    let asked = 0;
    vi.stubGlobal("AbortSignal", { ...AbortSignal, any: AbortSignal.any, timeout: timeoutByTimer });
    vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => {
      asked += 1;
      return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    });
    const file = new File(["contents"], "log.txt");
    const to = { url: "/uploads/account", about: {} };
    const uploading = uploadFile(file, { to, signal: new AbortController().signal, onSent: () => {} });
    const ended = expect(uploading).rejects.toThrow("Couldn't reach the portal. Check your connection and try again.");
    await vi.advanceTimersByTimeAsync(7 * 60_000);
    await ended;
    expect(asked).toBe(6);
  });
});

/** The clock of the platform's own isn't the one that the test moves. */
function timeoutByTimer(milliseconds: number): AbortSignal {
  const stop = new AbortController();
  setTimeout(() => stop.abort(new DOMException("Late", "TimeoutError")), milliseconds);
  return stop.signal;
}
