/**
 * Work that may be asked for at any moment and runs once at a time. Asking while it runs makes it run once more
 * afterwards, however often it is asked: it sees everything that was there when it was last asked.
 */
export function oneAtATime(work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let askedAgain = false;

  async function run(): Promise<void> {
    try {
      do {
        askedAgain = false;
        await work();
      } while (askedAgain);
    } finally {
      running = null;
    }
  }

  return () => {
    if (running !== null) askedAgain = true;
    running ??= run();
    return running;
  };
}
