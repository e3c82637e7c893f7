import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { programs } from "@/scripts/process/programs";
import { collector } from "@/tests/fixtures/tracing/collector";

test("spans say no secret: neither in a name, an attribute nor an error", async () => {
  const secret = "kQ2w8Zr5Tn1Yb7Vx4Mc0";
  const { url, got, close } = await collector();
  const program = [...programs.script, "tests/platform/metrics/tracing-like-next.ts", secret];
  await promisify(execFile)(process.execPath, program, {
    env: {
      ...process.env,
      DATABASE_URL: "postgresql://portal@db.example/portal",
      OTEL_EXPORTER_OTLP_ENDPOINT: url,
      NODE_OPTIONS: "--import=./tests/fixtures/tracing/register-sdk.mjs",
    },
  });
  close();
  const spans = got.map((span) => JSON.parse(span)).sort((a, b) => a.name.length - b.name.length);
  expect(spans).toMatchObject([
    { name: "GET", attributes: { "http.method": "GET", "http.target": "/reset/[redacted]" } },
    {
      name: "fetch GET https://someone:[redacted]@api.example/reset/[redacted]",
      attributes: { "http.url": "https://someone:[redacted]@api.example/reset/[redacted]", "net.peer.port": 443 },
      status: { message: "No answer from postgresql://portal:[redacted]@db.example, for /reset/[redacted]" },
    },
  ]);
  expect(spans[1].events).toHaveLength(1);
  expect(got.join("\n")).not.toContain(secret);
});
