import { AsyncLocalStorage } from "node:async_hooks";

/** An answer that is being made, as far as those who make it know of it. */
export interface Answer {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  /** It could not be made because the database could not be asked. */
  outage?: boolean;
  /** A server action has begun: what goes wrong from here on is no longer a matter of how it was called. */
  actionBegun?: boolean;
  /** Lets whoever waits outside in for the time of something that only waits, where so few are let in at once. */
  standBy?: (<T>(wait: () => Promise<T>) => Promise<T>) | undefined;
}

const kept = globalThis as { portcullisAnswer?: AsyncLocalStorage<Answer> };

/** Kept on the global object, because the server and Next's bundle each have a copy of this module. */
function answers(): AsyncLocalStorage<Answer> {
  kept.portcullisAnswer ??= new AsyncLocalStorage();
  return kept.portcullisAnswer;
}

/** For the server: what `work` renders may set the status of this answer. */
export const withAnswer = <T>(answer: Answer, work: () => T): T => answers().run(answer, work);

/** For a page that is drawn in place of another, such as a refusal: Next itself knows no way to answer it with 403. */
export function answerWithStatus(status: number, headers: Readonly<Record<string, string>> = {}): void {
  const answer = answers().getStore();
  if (answer === undefined) return;
  answer.statusCode = status;
  for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
}

/** For the server, which answers 503 where Next would answer 500. */
export function noteOutage(): void {
  const answer = answers().getStore();
  if (answer) answer.outage = true;
}

/** For work that does nothing but wait: nobody outside is kept waiting for it. */
export function standBy<T>(wait: () => Promise<T>): Promise<T> {
  const answer = answers().getStore();
  return answer?.standBy ? answer.standBy(wait) : wait();
}

export function noteActionBegun(): void {
  const answer = answers().getStore();
  if (answer) answer.actionBegun = true;
}
