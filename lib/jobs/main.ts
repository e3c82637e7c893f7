import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { startWorker } from "./start-worker";

/** Time to finish: work that a database or mail server doesn't answer is picked up by the next worker. */
const END_MS = 8_000;

/** The worker process: runs until it receives a signal, possibly before it has finished starting. */
const starting = startWorker();

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.once(signal, () => {
    starting
      .then((worker) => withDeadline(END_MS, worker.stop()))
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
