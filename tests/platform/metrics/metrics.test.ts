import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { Problem } from "@/lib/platform/kernel/problem";
import { log } from "@/lib/platform/logging/log";
import { countOperation } from "@/lib/platform/metrics/count-operation";
import { gauge } from "@/lib/platform/metrics/gauge";
import { createMetrics, metrics } from "@/lib/platform/metrics/metrics";
import { serveMetrics } from "@/lib/platform/metrics/serve-metrics";

afterEach(() => vi.restoreAllMocks());

it("counts operations by outcome, and refusals by the permission that was missing", async () => {
  const { operations, refusals, registry } = metrics();
  operations.reset();
  refusals.reset();
  const operation = { name: "invoices.pay", permission: "billing.invoices.pay" };
  countOperation(operation);
  countOperation(operation, new Problem("conflict", "Changed."));
  countOperation(operation, new Problem("refused", "No.", { permission: "billing.payment-methods.update" }));
  countOperation(operation, new Error("bug"));
  const text = await registry.metrics();
  for (const outcome of ["done", "conflict", "refused", "error"]) {
    expect(text).toContain(`portcullis_operations_total{operation="invoices.pay",outcome="${outcome}"} 1`);
  }
  expect(text).toContain(`portcullis_refusals_total{permission="billing.payment-methods.update"} 1`);
});

it("serves /metrics and nothing else, with Node's own figures", async () => {
  const own = createMetrics();
  const server = await serveMetrics(own, { host: "127.0.0.1", port: 0 });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const text = await (await fetch(`${address}/metrics`)).text();
    expect(text).toContain("nodejs_eventloop_lag_seconds");
    expect((await fetch(`${address}/`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: "POST" })).status).toBe(404);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

it("leaves out a gauge that can't be read or has nothing to measure, and keeps the others", async () => {
  vi.spyOn(log(), "warn").mockImplementation(() => undefined);
  const own = createMetrics();
  let broken = false;
  gauge(own, { name: "portcullis_a", help: "A." }, async () => {
    if (broken) throw new Error("no database");
    return [[{}, 5]];
  });
  gauge(own, { name: "portcullis_b", help: "B.", labels: ["queue"] }, async () => [[{ queue: "x" }, 7]]);
  expect(await own.registry.metrics()).toMatch(/^portcullis_a 5$/m);
  gauge(own, { name: "portcullis_c", help: "C." }, async () => [[{}, null]]);
  expect(await own.registry.metrics()).not.toMatch(/^portcullis_c /m);
  broken = true;
  const text = await own.registry.metrics();
  expect(text).not.toMatch(/^portcullis_a /m);
  expect(text).toMatch(/^portcullis_b\{queue="x"\} 7$/m);
});
