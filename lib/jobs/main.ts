import { startWorker } from "./start-worker";

/** The worker's process: runs until it is told to end, which may be before it has quite begun. */
const starting = startWorker();

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.once(signal, () => {
    starting
      .then((worker) => worker.stop())
      .then(
        () => process.exit(0),
        (error) => {
          console.error("worker:", error);
          process.exit(1);
        },
      );
  });
}

await starting;
