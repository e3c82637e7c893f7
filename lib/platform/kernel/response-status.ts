import { AsyncLocalStorage } from "node:async_hooks";

type Answer = { statusCode: number };

const kept = globalThis as { portcullisAnswer?: AsyncLocalStorage<Answer> };

/** Kept on the global object, because the server and Next's bundle each have a copy of this module. */
function answers(): AsyncLocalStorage<Answer> {
  kept.portcullisAnswer ??= new AsyncLocalStorage();
  return kept.portcullisAnswer;
}

/** For the server: what `work` renders may set the status of this answer. */
export const withAnswer = <T>(answer: Answer, work: () => T): T => answers().run(answer, work);

/** For a page that is drawn in place of another, such as a refusal: Next itself knows no way to answer it with 403. */
export function answerWithStatus(status: number): void {
  const answer = answers().getStore();
  if (answer) answer.statusCode = status;
}
