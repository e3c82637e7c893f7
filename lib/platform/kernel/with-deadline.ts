/** The work didn't finish in time. It may still finish, but its result is ignored. */
export class DeadlineError extends Error {
  override name = "DeadlineError";
}

/** The result of `work`, if it finishes within the given milliseconds. Throws DeadlineError otherwise. */
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
