import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { startWorker } from "./start-worker";

/** Whatever is still open by then: what a database or a mail server does not answer is taken up by the next worker. */
const END_MS = 8_000;

/** The worker's process: runs until it is told to end, which may be before it has quite begun. */
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
