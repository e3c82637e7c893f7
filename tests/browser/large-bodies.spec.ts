import { expect } from "@playwright/test";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { test } from "@/tests/fixtures/browser/test";
import { sendAllThenRead } from "@/tests/fixtures/send-all-then-read";

/** More than a form or a request of the API may have, and than the buffers on the way hold. */
const SIZE = 12 * 1024 * 1024;
const { port, host } = new URL(process.env.PORTAL_TEST_URL ?? "http://portal.example");

const send = (request: string, ...headers: string[]) => {
  const lines = [`Host: ${host}`, `Content-Length: ${SIZE}`, "Connection: close", ...headers];
  return sendAllThenRead(Number(port), `${request} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`, SIZE);
};

const multipart = "Content-Type: multipart/form-data; boundary=b";
const json = "Content-Type: application/json";

test("whoever sends a body that is too large is told so, and not cut off", async ({ db }) => {
  const accountId = await demoAccount(db, "Northwind Robotics");
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: demo.owner } });
  const token = newSecretToken();
  const secret = { tokenHash: hashToken(token), prefix: token.slice(0, 6), permissions: ["support.tickets.open"] };
  await db.apiToken.create({ data: { personId, name: "Bodies", ...secret, expiresAt: addDays(new Date(), 1) } });
  const own = `Authorization: Bearer ${token}`;
  const tickets = `POST /api/v1/accounts/${accountId}/tickets`;
  const answers: [number, ReturnType<typeof send>][] = [
    // A form that the portal doesn't have.
    [400, send(`POST /a/${accountId}/tickets/new`, "Next-Action: 7f", multipart)],
    [413, send("POST /sign-in", multipart)],
    [413, send(tickets, json)],
    [413, send(tickets, json, own)],
    [415, send(tickets, json, own, "Content-Encoding: gzip")],
    [404, send("POST /api/v1/nothing", json, own)],
    [405, send("PUT /sign-in", json)],
    [401, send(`POST /uploads/${accountId}`, multipart)],
    [400, send("POST /%E0", json)],
  ];
  for (const [status, answer] of answers) expect.soft((await answer).status, (await answer).head).toBe(status);
});
