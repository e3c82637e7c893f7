import { EnvironmentError, env } from "@/lib/platform/config/env";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";

export interface Tracing {
  /** Sends what is left, or gives up soon: a collector that hangs must not keep the process. */
  flush(): Promise<void>;
}

/** The part used of `@opentelemetry/sdk-node`, which is only installed where traces are wanted: decision 0061. */
interface Sdk {
  readonly NodeSDK: new (options: { serviceName: string }) => { start(): void; shutdown(): Promise<void> };
}

const FLUSH_MS = 2_000;

/**
 * Starts OpenTelemetry if a collector is configured; the SDK reads its other `OTEL_` variables itself. Next then
 * reports a span for every request, page and route handler. Without the setting nothing is loaded.
 */
export async function startTracing(serviceName: string): Promise<Tracing> {
  if (env().OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return { flush: async () => {} };
  const { NodeSDK } = await loadSdk();
  const sdk = new NodeSDK({ serviceName });
  sdk.start();
  return { flush: () => withDeadline(FLUSH_MS, sdk.shutdown()).catch(() => {}) };
}

async function loadSdk(): Promise<Sdk> {
  const name = "@opentelemetry/sdk-node";
  try {
    return await import(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new EnvironmentError(
      `OTEL_EXPORTER_OTLP_ENDPOINT is set, but ${name} isn't installed. Run npm install ${name}, or unset the variable.`,
    );
  }
}
