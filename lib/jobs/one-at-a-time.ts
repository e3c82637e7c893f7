/**
 * Work that can be triggered at any time and runs one at a time. Triggers during a run cause exactly one more run,
 * which sees everything from before the last trigger.
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
