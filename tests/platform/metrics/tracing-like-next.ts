import { startTracing } from "@/lib/platform/metrics/start-tracing";

/** Makes the spans that Next makes, of an address with a secret in it: what the collector gets is the test's. */
const [secret = ""] = process.argv.slice(2);
await startTracing("portcullis-portal", (url) => url.split("?", 1)[0]?.replace(secret, "[redacted]") ?? "");
const api = "@opentelemetry/api";
const { trace } = await import(api);
const tracer = trace.getTracer("next.js");
tracer.startSpan("GET", { attributes: { "http.method": "GET", "http.target": `/reset/${secret}?q=${secret}` } }).end();
const address = `https://someone:${secret}@api.example/reset/${secret}?q=${secret}`;
tracer.startActiveSpan(
  `fetch GET ${address}`,
  { attributes: { "http.url": address, "net.peer.port": 443 } },
  (span: { recordException: (error: Error) => void; setStatus: (status: object) => void; end: () => void }) => {
    const error = new Error(`No answer from postgresql://portal:${secret}@db.example, for /reset/${secret}`);
    span.recordException(error);
    span.setStatus({ code: 2, message: error.message });
    span.end();
  },
);
