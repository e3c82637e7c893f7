/** The work was not done in time. It may still be done: nobody waits for it any more. */
export class DeadlineError extends Error {
  override name = "DeadlineError";
}

/** What `work` comes to, if it does within so many milliseconds. Throws DeadlineError otherwise. */
export async function withDeadline<T>(milliseconds: number, work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`No answer within ${milliseconds} ms.`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
