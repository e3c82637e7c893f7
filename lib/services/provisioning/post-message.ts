import type { IncomingMessage } from "node:http";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { publicLookup, refusePrivateHost } from "./public-lookup";

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  /** At most `MOST_BYTES` of it. */
  readonly body: string;
}

/** Of an answer; what follows is not read. Enough for several keys. */
const MOST_BYTES = 64 * 1024;
/** For everything, from the name to the last byte. */
const LONGEST_MS = 15_000;

/**
 * Posts a message and returns the answer. Follows no redirect, uses no connection twice, and unless `privateToo` calls no
 * private address: whoever can enter a URL must not reach the inside of our network with it.
 */
export function postMessage({ url, headers, body }: Message, privateToo: boolean): Promise<Answer> {
  const target = new URL(url);
  if (!privateToo) refusePrivateHost(target);
  const request = target.protocol === "https:" ? secureRequest : plainRequest;
  const bytes = Buffer.from(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      target,
      {
        method: "POST",
        agent: false,
        headers: { ...headers, "content-length": bytes.byteLength },
        signal: AbortSignal.timeout(LONGEST_MS),
        ...(privateToo ? {} : { lookup: publicLookup }),
      },
      (response) => {
        read(response).then((text) => resolve({ status: response.statusCode ?? 0, body: text }), reject);
      },
    );
    sent.on("error", reject);
    sent.end(bytes);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.byteLength;
    if (size >= MOST_BYTES) break;
  }
  response.destroy();
  return Buffer.concat(pieces).subarray(0, MOST_BYTES).toString("utf8");
}
