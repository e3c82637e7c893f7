import { env } from "@/lib/platform/config/env";
import { EnvironmentError } from "@/lib/platform/config/environment-error";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { redact } from "@/lib/platform/logging/redact";

export interface Tracing {
  /** Does the work within a span, which ends once `until` is settled. */
  span<T>(span: TracedWork, work: () => T): T;
  /** Sends what is left, or gives up soon: a collector that hangs must not keep the process. */
  flush(): Promise<void>;
}

export interface TracedWork {
  readonly name: string;
  readonly attributes: Attributes;
  readonly until: Promise<unknown>;
  /** What is known only at the end. */
  readonly atEnd: () => Attributes;
}

type Attributes = Readonly<Record<string, string | number>>;

/** The parts used of `@opentelemetry/sdk-node` and of its API, which are only installed where traces are wanted: decision 0061. */
interface Sdk {
  readonly NodeSDK: new (options: { serviceName: string }) => { start(): void; shutdown(): Promise<void> };
}

interface Api {
  readonly SpanKind: { readonly SERVER: number };
  readonly trace: { getTracer(name: string): Tracer; getTracerProvider(): Provider & { getDelegate?(): Provider } };
}

interface Provider {
  getTracer(...of: unknown[]): Tracer;
}

interface Tracer {
  startSpan(name: string, options?: { attributes?: Attributes }, ...rest: unknown[]): Span;
  startActiveSpan<T>(name: string, options: { kind: number; attributes: Attributes }, work: (span: Span) => T): T;
}

interface Span {
  setAttributes(attributes: Attributes): void;
  recordException(error: unknown, ...rest: unknown[]): void;
  setStatus(status: { readonly code: number; readonly message?: string }): unknown;
  end(): void;
}

const FLUSH_MS = 2_000;

/**
 * Starts OpenTelemetry if a collector is configured; the SDK reads its other `OTEL_` variables itself. Next then
 * reports spans for its pages within ours. Without the setting nothing is loaded.
 *
 * @param loggedPath what of an address may leave the portal
 */
export async function startTracing(
  serviceName: string,
  loggedPath: (url: string) => string = (url) => url,
): Promise<Tracing> {
  if (env().OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return { span: (_, work) => work(), flush: async () => {} };
  const { NodeSDK } = await loaded<Sdk>("@opentelemetry/sdk-node");
  const sdk = new NodeSDK({ serviceName });
  sdk.start();
  const { trace, SpanKind } = await loaded<Api>("@opentelemetry/api");
  const provider = trace.getTracerProvider();
  redactSpans(provider.getDelegate?.() ?? provider, loggedPath);
  const tracer = trace.getTracer(serviceName);
  return {
    span: ({ name, attributes, until, atEnd }, work) =>
      tracer.startActiveSpan(name, { kind: SpanKind.SERVER, attributes }, (span) => {
        const end = () => {
          span.setAttributes(atEnd());
          span.end();
        };
        until.then(end, end);
        return work();
      }),
    flush: () => withDeadline(FLUSH_MS, sdk.shutdown()).catch(() => {}),
  };
}

/**
 * Next puts whole addresses into names and attributes, with what was typed and the tokens of links in mail, and the
 * message of whatever a page has thrown.
 */
function redactSpans(provider: Provider, loggedPath: (url: string) => string): void {
  const { getTracer } = provider;
  const said = (text: string) =>
    redact(text.replace(ADDRESS, (_, origin = "", path) => `${origin}${loggedPath(path)}`));
  provider.getTracer = (...of) => {
    const tracer = getTracer.apply(provider, of);
    const { startSpan } = tracer;
    tracer.startSpan = (name, options, ...rest) => {
      const attributes = Object.entries(options?.attributes ?? {}).map(
        ([key, value]) => [key, typeof value === "string" ? said(value) : value] as const,
      );
      const span = startSpan.call(
        tracer,
        said(name),
        { ...options, attributes: Object.fromEntries(attributes) },
        ...rest,
      );
      return redactErrors(span, said);
    };
    return tracer;
  };
}

/** A path at the beginning or after a space, alone or after an origin. */
const ADDRESS = /(?<=^|\s)(https?:\/\/[^/\s?]*)?(\/\S*)/g;

function redactErrors(span: Span, said: (text: string) => string): Span {
  const { recordException, setStatus } = span;
  span.recordException = (error, ...rest) => {
    const { name, message, stack = "" } = error as Error;
    recordException.call(span, { name, message: said(String(message)), stack: said(stack) }, ...rest);
  };
  span.setStatus = (status) =>
    setStatus.call(span, status.message === undefined ? status : { ...status, message: said(status.message) });
  return span;
}

async function loaded<Module>(name: string): Promise<Module> {
  try {
    return await import(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new EnvironmentError(
      `OTEL_EXPORTER_OTLP_ENDPOINT is set, but ${name} isn't installed. Run npm install @opentelemetry/sdk-node, or unset the variable.`,
    );
  }
}
