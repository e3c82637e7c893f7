import { Gauge } from "prom-client";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { log } from "@/lib/platform/logging/log";
import type { Metrics } from "./metrics";

/** A value by its labels; null while there is nothing to measure. */
export type Reading = readonly (readonly [labels: Readonly<Record<string, string>>, value: number | null])[];

interface Measured {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
}

/** A scrape that the database doesn't answer still gets the other figures. */
const READ_MS = 4_000;

/** A gauge that is read when it is scraped. A reading that fails leaves the gauge out rather than repeat an old value. */
export function gauge(
  { registry }: Metrics,
  { name, help, labels = [] }: Measured,
  read: () => Promise<Reading>,
): void {
  new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    async collect() {
      forget(this, labels.length === 0);
      try {
        for (const [of, value] of await withDeadline(READ_MS, read())) if (value !== null) this.set(of, value);
      } catch (error) {
        forget(this, labels.length === 0);
        log().warn({ err: error, metric: name }, "A metric couldn't be read.");
      }
    },
  });
}

function forget(gauge: Gauge, isPlain: boolean): void {
  gauge.reset();
  // One without labels is set to zero by that.
  if (isPlain) gauge.remove();
}
