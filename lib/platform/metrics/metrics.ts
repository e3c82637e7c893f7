import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<"kind" | "method" | "status">;
  readonly requestSeconds: Histogram<"kind">;
  readonly operations: Counter<"operation" | "outcome">;
  readonly refusals: Counter<"permission">;
}

const kept = globalThis as { portcullisMetrics?: Metrics };

/**
 * The process's metrics. Every label has a fixed, small set of values: names of operations and permissions, never ids,
 * paths or people. Kept on the global object, because the server and Next's bundle each have a copy of this module.
 */
export function metrics(): Metrics {
  kept.portcullisMetrics ??= createMetrics();
  return kept.portcullisMetrics;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: "portcullis_http_requests_total",
      help: "Requests answered, by kind, method and class of status.",
      labelNames: ["kind", "method", "status"],
      registers,
    }),
    requestSeconds: new Histogram({
      name: "portcullis_http_request_duration_seconds",
      help: "Time until a response was sent completely.",
      labelNames: ["kind"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    operations: new Counter({
      name: "portcullis_operations_total",
      help: "Operations executed, by name and outcome.",
      labelNames: ["operation", "outcome"],
      registers,
    }),
    refusals: new Counter({
      name: "portcullis_refusals_total",
      help: "Operations refused, by the permission that was missing.",
      labelNames: ["permission"],
      registers,
    }),
  };
}

/** Adds Node's own figures, event loop lag among them. Only where metrics are served: the lag is measured all the time. */
export function watchProcess({ registry }: Metrics): void {
  collectDefaultMetrics({ register: registry });
}
