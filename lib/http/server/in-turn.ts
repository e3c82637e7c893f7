import type { IncomingMessage, ServerResponse } from "node:http";
import type { BoundedQueue, Place } from "@/lib/platform/kernel/bounded-queue";
import { Problem } from "@/lib/platform/kernel/problem";
import { answerPlainly } from "./answer-plainly";
import type { PlainAnswer } from "./plain-answer";

/** Has a request handled, in its place where only so many are let in at once. */
export type Handling = (place?: Place) => void;

/** Whether a gate has taken a request: it has answered it, or has it handled in its turn. */
export type Gate = (request: IncomingMessage, response: ServerResponse, handle: Handling) => boolean;

/** When a place is free again: an answer of a page is read at once, one that is large may be read for a long time. */
type Until = "answered" | "begun";

interface Turn {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly handle: Handling;
  readonly refusal: PlainAnswer;
  readonly until: Until;
}

/** Has a request handled when there is room for it, and refuses it where there is none in time. */
export async function inTurn(queue: BoundedQueue, turn: Turn): Promise<void> {
  const { request, response, handle, refusal, until } = turn;
  try {
    await queue.run((place) => {
      // Whoever has gone while they waited is not handled any more.
      if (response.closed) return Promise.resolve();
      const over = until === "begun" ? begun(response) : closed(response);
      handle(place);
      return over;
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (!response.headersSent) answerPlainly(request, response, refusal);
  }
}

const closed = (response: ServerResponse): Promise<unknown> =>
  new Promise((resolve) => response.once("close", resolve));

/** The answer begins to be sent, or nobody waits for it any more. */
function begun(response: ServerResponse): Promise<unknown> {
  const { writeHead } = response;
  const headLeft = new Promise<void>((resolve) => {
    response.writeHead = ((...head: Parameters<typeof writeHead>) => {
      resolve();
      return writeHead.apply(response, head);
    }) as typeof writeHead;
  });
  return Promise.race([headLeft, closed(response)]);
}
