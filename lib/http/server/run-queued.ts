import type { IncomingMessage, ServerResponse } from "node:http";
import type { BoundedQueue, Place } from "@/lib/platform/kernel/bounded-queue";
import { Problem } from "@/lib/platform/kernel/problem";
import { responseClosed } from "@/lib/platform/kernel/response-closed";
import { answerPlainly } from "./answer-plainly";
import type { PlainAnswer } from "./plain-answer";

/** Handles a request, within its slot where concurrency is limited. */
export type Handling = (place?: Place) => void;

/** Whether a gate has taken over a request: it has answered or queued it. */
export type Gate = (request: IncomingMessage, response: ServerResponse, handle: Handling) => boolean;

/** When the slot is released: a page is read immediately, a large response may be read for a long time. */
type Until = "answered" | "begun";

interface Turn {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly handle: Handling;
  readonly refusal: PlainAnswer;
  readonly until: Until;
}

/** Handles a request once a slot is free, and rejects it if none is in time. */
export async function runQueued(queue: BoundedQueue, turn: Turn): Promise<void> {
  const { request, response, handle, refusal, until } = turn;
  try {
    await queue.run((place) => {
      // Skip requests whose client disconnected while waiting.
      if (response.closed) return Promise.resolve();
      const over = until === "begun" ? begun(response) : responseClosed(response);
      handle(place);
      return over;
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (!response.headersSent) answerPlainly(request, response, refusal);
  }
}

/** Resolves when the response starts to be sent, or the client has disconnected. */
function begun(response: ServerResponse): Promise<unknown> {
  const { writeHead } = response;
  const headLeft = new Promise<void>((resolve) => {
    response.writeHead = ((...head: Parameters<typeof writeHead>) => {
      resolve();
      return writeHead.apply(response, head);
    }) as typeof writeHead;
  });
  return Promise.race([headLeft, responseClosed(response)]);
}
