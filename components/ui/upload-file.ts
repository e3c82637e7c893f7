import { t } from "@/lib/platform/language/t";

/** How much is sent at once, in bytes: little enough to arrive within the time of a request over a slow connection. */
const PART = 512 * 1024;
/** How long one request is waited for. A part arrives within it at 9 kB a second; a connection that is silent for longer is dead. */
const REQUEST_MS = 60_000;
/** Seconds until the next attempt, after each one in a row that failed. */
const WAITS = [1, 2, 4, 8, 16];
const PROTOCOL = { "tus-resumable": "1.0.0" };

/** Where files go, and what is said about them besides name and size. */
export type Destination = { url: string; about: Record<string, string> };

type Options = { to: Destination; signal: AbortSignal; onSent: (bytes: number) => void };

/** It makes no sense to try again. */
class Refused extends Error {}

/**
 * Sends a file by the tus protocol, and returns its id. What arrived before a connection was cut isn't sent again.
 * Throws an error with a sentence for the person.
 */
export async function uploadFile(file: File, { to, signal, onSent }: Options): Promise<string> {
  const url = await persistently(() => announce(file, to, signal), signal);
  try {
    await sendAll(file, url, { signal, onSent });
  } catch (error) {
    // Otherwise it would count as one of the message's files.
    void fetch(url, { method: "DELETE", headers: PROTOCOL, keepalive: true }).catch(() => {});
    throw error;
  }
  return url.split("/").at(-1) ?? "";
}

async function sendAll(file: File, url: string, { signal, onSent }: Omit<Options, "to">): Promise<void> {
  let sent = 0;
  let isKnown = true;
  while (sent < file.size) {
    sent = await persistently(async () => {
      // After a failure only the portal knows how much has arrived.
      if (!isKnown) sent = offsetIn(await ask(url, { method: "HEAD", headers: PROTOCOL, signal }));
      isKnown = false;
      if (sent >= file.size) return sent;
      const headers = { ...PROTOCOL, "content-type": "application/offset+octet-stream", "upload-offset": String(sent) };
      const answer = await ask(url, { method: "PATCH", headers, body: file.slice(sent, sent + PART), signal });
      isKnown = true;
      return offsetIn(answer);
    }, signal);
    onSent(sent);
  }
}

async function announce(file: File, { url, about }: Destination, signal: AbortSignal): Promise<string> {
  const meta = Object.entries({ filename: file.name, ...about }).map(([name, value]) => pair(name, value));
  const headers = { ...PROTOCOL, "upload-length": String(file.size), "upload-metadata": meta.join(",") };
  const answer = await ask(url, { method: "POST", headers, signal });
  return answer.headers.get("location") ?? "";
}

async function persistently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const wait of [...WAITS, null]) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused || signal.aborted) throw error;
      if (wait === null) break;
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    }
  }
  throw new Error(t("Couldn't reach the portal. Check your connection and try again."));
}

type Asked = RequestInit & { signal: AbortSignal };

/** Throws `Refused` with the portal's sentence, unless it may go better later. */
async function ask(url: string, { signal: cancelled, ...request }: Asked): Promise<Response> {
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(REQUEST_MS)]);
  const answer = await fetch(url, { ...request, signal });
  if (answer.ok) return answer;
  if (answer.status === 408 || answer.status === 409 || answer.status === 429 || answer.status >= 500)
    throw new Error();
  const problem = await answer.json().catch(() => null);
  throw new Refused(typeof problem?.detail === "string" ? problem.detail : t("This file couldn't be uploaded."));
}

const offsetIn = ({ headers }: Response): number => Number(headers.get("upload-offset"));

/** As the protocol sends what it says about a file. */
const pair = (name: string, value: string): string =>
  [name, btoa(String.fromCharCode(...new TextEncoder().encode(value)))].join(" ");
