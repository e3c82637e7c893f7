import { afterAll, beforeAll, expect, test } from "vitest";
import { rest } from "@/lib/http/rest";
import { env } from "@/lib/platform/config/env";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let cookie: string;
beforeAll(async () => {
  portal = await testPortal();
  cookie = await portal.cookie("support@northwind.example");
});
afterAll(() => portal.close());

async function me(method: "GET" | "PATCH", headers: Record<string, string> = {}, body?: object) {
  const { PORTAL_URL: origin } = env();
  const type = { "content-type": "application/json" };
  const init = { method, headers: { cookie, origin, ...type, ...headers }, body: body && JSON.stringify(body) };
  const response = await rest(new Request(`${origin}/api/v1/me`, init));
  return { status: response.status, etag: response.headers.get("etag") ?? "", body: await response.json() };
}
const change = (ifMatch: string, more: object = {}) => {
  const fields = { name: `Renamed ${ifMatch}`, locale: "en-GB", timeZone: "UTC", ...more };
  return me("PATCH", ifMatch === "" ? {} : { "if-match": ifMatch }, fields);
};

test("a change applies only to the version that was read, by If-Match or field", async () => {
  const { etag, body } = await me("GET");
  expect(etag).toBe(`"${body.version}"`);
  const first = await change(etag);
  expect([first.status, first.etag]).toEqual([200, `"${body.version + 1}"`]);
  expect((await change(etag)).status).toBe(409);
  expect((await change("", { version: body.version })).status).toBe(409);
  expect((await change("")).body.fields).toHaveProperty("version");
  expect((await change(`W/${first.etag}`)).status).toBe(200);
});

test("an If-Match that doesn't match changes nothing, whatever else is sent", async () => {
  const { body } = await me("GET");
  for (const ifMatch of ["*", "7", '"seven"', '"1", "2"', `"${body.version + 1}"`]) {
    const { status } = await change(ifMatch, { version: body.version });
    expect(status, ifMatch).toBe(400);
  }
  expect((await me("GET")).body).toEqual(body);
});

test("a response is complete, even if its version is unchanged", async () => {
  const { etag } = await me("GET");
  await portal.owner.person.updateMany({
    where: { email: "support@northwind.example" },
    data: { emailVerifiedAt: null },
  });
  const again = await me("GET", { "if-none-match": etag });
  expect([again.status, again.body.emailVerified]).toEqual([200, false]);
});
