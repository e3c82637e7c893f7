import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import getPort from "get-port";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { execute } from "@/lib/platform/operations/execute";
import { createEndpoint } from "@/lib/services/provisioning/create-endpoint";
import { deliverOrders } from "@/lib/services/provisioning/deliver-orders";
import { sendChangesJob } from "@/lib/services/provisioning/send-changes-job";
import { sendOrdersJob } from "@/lib/services/provisioning/send-orders-job";
import { viewService } from "@/lib/services/services/view-service";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { paidService } from "./paid-service";

const [, example = ""] = /^```js\n(.*?)^```/ms.exec(readFileSync("docs/provisioning.md", "utf8")) ?? [];

let portal: TestPortal;
let receiver: ChildProcessByStdio<null, Readable, null>;
let said: AsyncIterator<string>;
let url: string;
let key: string;

/** The next line that the receiver prints. */
const nextLine = async (): Promise<string> => String((await said.next()).value);

beforeAll(async () => {
  portal = await testPortal();
  process.env.PROVISIONING_PRIVATE = "allow";
  forgetEnvironment();
  const port = await getPort();
  url = `http://127.0.0.1:${port}/`;
  const input = { name: "Panel", url, active: true, isDefault: true };
  key = (await execute(await portal.as("staff-manager@portcullis.example"), null, createEndpoint, input)).token;
  receiver = spawn(process.execPath, ["--input-type=module", "-e", example], {
    env: { ...process.env, KEY: key, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  said = createInterface(receiver.stdout)[Symbol.asyncIterator]();
  expect(await nextLine()).toBe(`Listening on ${port}`);
});
afterAll(async () => {
  receiver.kill();
  delete process.env.PROVISIONING_PRIVATE;
  forgetEnvironment();
  await portal.close();
});

test("the guide's receiver sets a paid service up and is told when it is suspended", async () => {
  const serviceId = await paidService(portal, "guide.example");
  await runBatch(sendOrdersJob, new Date());
  await deliverOrders();
  expect(await nextLine()).toBe("service.set-up guide.example");
  const service = await execute(await portal.as("owner@northwind.example"), portal.demo.northwind.id, viewService, {
    serviceId,
  });
  expect([service.settingUp, service.logins?.map(({ label }) => label)]).toEqual([false, ["SSH"]]);

  await portal.owner.service.update({ where: { id: serviceId }, data: { status: "suspended" } });
  await runBatch(sendChangesJob, new Date());
  await deliverOrders();
  expect(await nextLine()).toBe("service.suspended guide.example");
});

const now = () => Math.floor(Date.now() / 1000);
const message = JSON.stringify({ id: "one", event: "service.cancelled", service: { name: "posted.example" } });
const signed = (time: number, body: string, by = key) =>
  `t=${time},v1=${createHmac("sha256", by).update(`${time}.${body}`).digest("hex")}`;
const post = async (signature: string, body: string) => {
  const headers = { "portcullis-signature": signature };
  return (await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(10_000) })).status;
};

test("the guide's receiver refuses what is unsigned, old or changed, and does nothing twice", async () => {
  expect(await post("", message)).toBe(401);
  expect(await post(signed(now(), message, "another key"), message)).toBe(401);
  expect(await post(signed(now() - 600, message), message)).toBe(401);
  expect(await post(signed(now(), message), message.replace("cancelled", "suspended"))).toBe(401);
  expect([await post(signed(now(), message), message), await post(signed(now(), message), message)]).toEqual([
    200, 200,
  ]);
  const another = message.replace("one", "two").replace("posted", "last");
  expect(await post(signed(now(), another), another)).toBe(200);
  expect([await nextLine(), await nextLine()]).toEqual([
    "service.cancelled posted.example",
    "service.cancelled last.example",
  ]);
});
