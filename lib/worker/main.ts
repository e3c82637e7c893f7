import { startWorker } from "./start-worker";

/** The worker's process: runs until it is told to end. */
const worker = await startWorker();

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.once(signal, () => {
    worker.stop().then(
      () => process.exit(0),
      (error) => {
        console.error("worker:", error);
        process.exit(1);
      },
    );
  });
}
