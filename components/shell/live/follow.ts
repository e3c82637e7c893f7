"use client";

import { tellPage } from "@/components/shell/live/live-store";

/** After that long in the background a page is no longer told: it catches up when it is looked at. */
const HIDDEN_MS = 30_000;
const FIRST_RETRY_MS = 1_500;
const LONGEST_RETRY_MS = 60_000;
/** A refusal comes at once. */
const REFUSAL_MS = 10_000;
/** Then it waits until it is looked at again. */
const MOST_TRIES = 10;

/**
 * Follows a stream while the page is looked at. A stream that ends is opened again, each time later, and what
 * was missed is said once it is open: while the portal is away, refreshing would lose the page. If it is refused, `gone` is
 * called.
 *
 * @returns a function that ends it
 */
export function follow(address: string, gone: () => void): () => void {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let missed = false;

  function open(): void {
    clearTimeout(retry);
    if (source !== null) return;
    source = new EventSource(address);
    source.onopen = () => {
      tries = 0;
      if (missed) tellPage({ kind: "missed" });
      missed = false;
    };
    source.onmessage = ({ data }) => tell(JSON.parse(data));
    source.onerror = () => void lost();
  }

  function close(): void {
    clearTimeout(retry);
    source?.close();
    source = null;
    missed = true;
  }

  async function lost(): Promise<void> {
    close();
    tries += 1;
    if (tries > MOST_TRIES) return;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** (tries - 1), LONGEST_RETRY_MS);
    // Not all pages at once, when the portal comes back.
    retry = setTimeout(open, wait * (0.5 + Math.random()));
    if (tries === 2 && (await isRefused(address))) {
      clearTimeout(retry);
      gone();
    }
  }

  function looked(): void {
    clearTimeout(rest);
    if (document.visibilityState === "hidden") rest = setTimeout(close, HIDDEN_MS);
    else {
      tries = 0;
      open();
    }
  }

  // A page with an open connection is not kept for the way back.
  addEventListener("pagehide", close);
  addEventListener("pageshow", looked);
  document.addEventListener("visibilitychange", looked);
  looked();
  return () => {
    removeEventListener("pagehide", close);
    removeEventListener("pageshow", looked);
    document.removeEventListener("visibilitychange", looked);
    clearTimeout(rest);
    close();
  };
}

type Told = { kind: string; id: string; of: string; by: "customer" | "staff" };

function tell({ kind, id, of, by }: Told): void {
  if (kind === "typing") tellPage({ kind, of, id, by });
  else if (kind === "notification") tellPage({ kind });
  else tellPage({ kind: "record", of: kind, id });
}

/** An EventSource doesn't say why it was refused. */
async function isRefused(address: string): Promise<boolean> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(REFUSAL_MS)]);
  const { status } = await fetch(address, { signal }).catch(() => ({ status: 0 }));
  stop.abort();
  return status === 401 || status === 403 || status === 404;
}
