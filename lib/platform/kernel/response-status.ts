import { AsyncLocalStorage } from "node:async_hooks";

/** The state of a pending response that the code producing it can set. */
export interface Answer {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  /** It failed because the database was unavailable. */
  outage?: boolean;
  /** A server action has started: later failures aren't caused by the form of the request. */
  actionBegun?: boolean;
  /** Lends this request's slot to others during an idle wait, where concurrency is limited. */
  standBy?: (<T>(wait: () => Promise<T>) => Promise<T>) | undefined;
}

const kept = globalThis as { portcullisAnswer?: AsyncLocalStorage<Answer> };

/** Kept on the global object, because the server and Next's bundle each have a copy of this module. */
function answers(): AsyncLocalStorage<Answer> {
  kept.portcullisAnswer ??= new AsyncLocalStorage();
  return kept.portcullisAnswer;
}

/** For the server: `work` may set the status of this response while rendering. */
export const withAnswer = <T>(answer: Answer, work: () => T): T => answers().run(answer, work);

/** For a page rendered in place of another, such as a denial: Next itself can't send it with 403. */
export function answerWithStatus(status: number, headers: Readonly<Record<string, string>> = {}): void {
  const answer = answers().getStore();
  if (answer === undefined) return;
  answer.statusCode = status;
  for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
}

/** A header of the pending response, for a page: Next lets only forms set cookies. */
export function answerWithHeader(name: string, value: string): void {
  answers().getStore()?.setHeader(name, value);
}

/** For the server, which responds with 503 where Next would send 500. */
export function noteOutage(): void {
  const answer = answers().getStore();
  if (answer) answer.outage = true;
}

/** For work that only waits: meanwhile its slot is free for others. */
export function standBy<T>(wait: () => Promise<T>): Promise<T> {
  const answer = answers().getStore();
  return answer?.standBy ? answer.standBy(wait) : wait();
}

export function noteActionBegun(): void {
  const answer = answers().getStore();
  if (answer) answer.actionBegun = true;
}
