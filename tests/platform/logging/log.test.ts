import { expect, it } from "vitest";
import { withRequestId } from "@/lib/platform/kernel/request-id";
import { createLog } from "@/lib/platform/logging/log";

function lines(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const written: string[] = [];
  write(createLog("info", { write: (line: string) => void written.push(line) }));
  return written;
}

it("a line is one JSON object with the id of its request", () => {
  const [inside = "", outside = "", ...more] = lines((log) => {
    withRequestId("request-1", () => log.info({ status: 200 }, "request\nline"));
    log.warn("no request");
  });
  expect(JSON.parse(inside)).toMatchObject({
    level: "info",
    requestId: "request-1",
    status: 200,
    msg: "request\nline",
  });
  expect(inside.trimEnd()).not.toContain("\n");
  expect(JSON.parse(outside)).not.toHaveProperty("requestId");
  expect(more).toEqual([]);
});

it.each([
  [
    "a database URL in an error",
    (secret: string) => ({ err: new Error(`connect postgresql://portal:${secret}@db/x`) }),
  ],
  ["a bearer token", (secret: string) => ({ header: `Bearer ${secret}` })],
  ["a session cookie", (secret: string) => ({ text: `a=1; __Secure-next-auth.session-token=${secret}; b=2` })],
  ["a Stripe key", (secret: string) => ({ text: `key sk_live_${secret} failed` })],
  ["a field named for it", (secret: string) => ({ form: { newPassword: secret, authorization: `"${secret}"` } })],
])("holds no secret: %s", (_what, fields) => {
  const secret = "kQ2w8Zr5Tn1Yb7Vx4Mc0";
  const [line = ""] = lines((log) => log.error(fields(secret), "It failed."));
  expect(line).not.toContain(secret);
  expect(line).toContain("[redacted]");
  expect(JSON.parse(line)).toMatchObject({ level: "error", msg: "It failed." });
});

it("secrets in the message itself are removed too", () => {
  const [line = ""] = lines((log) => log.error("smtps://mailer:hunter22@mail.example failed"));
  expect(JSON.parse(line).msg).toBe("smtps://mailer:[redacted]@mail.example failed");
});
