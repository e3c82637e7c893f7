"use client";

const ANSWER_MS = 5_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Then it waits until the page is looked at again, or has a connection again. */
const MOST_TRIES = 10;

/**
 * Calls `act` once the portal says that it can answer: at once if it does, later if it, the way to it or its database is
 * away.
 *
 * @returns a function that gives up
 */
export function onceUp(act: () => void): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let tries = 0;

  async function ask(): Promise<void> {
    if (asking) return;
    clearTimeout(timer);
    asking = true;
    const up = await isUp(signal);
    asking = false;
    if (signal.aborted) return;
    if (up) {
      stop();
      act();
      return;
    }
    tries += 1;
    if (tries >= MOST_TRIES) return;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
    // Not all pages at once, when the portal comes back.
    timer = setTimeout(ask, wait * (0.5 + Math.random()));
  }

  function again(): void {
    if (document.visibilityState === "hidden") return;
    tries = 0;
    void ask();
  }

  function stop(): void {
    clearTimeout(timer);
    ends.abort();
  }

  addEventListener("online", again, { signal });
  document.addEventListener("visibilitychange", again, { signal });
  void ask();
  return stop;
}

async function isUp(left: AbortSignal): Promise<boolean> {
  const signal = AbortSignal.any([left, AbortSignal.timeout(ANSWER_MS)]);
  const answer = await fetch("/up", { method: "HEAD", cache: "no-store", signal }).catch(() => null);
  return answer?.ok === true;
}
