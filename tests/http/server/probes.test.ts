import { expect, it } from "vitest";
import { probes } from "@/lib/http/server/probes";
import { portalServers, raw } from "./listening";

const start = portalServers();
const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n`;
const good = { database: true, schema: true, role: true, key: true, files: true };

it("/livez answers without asking the database or Next", async () => {
  const probe = probes(() => Promise.reject(new Error("asked")));
  const port = await start(() => expect.unreachable("Next was asked"), undefined, probe);
  const { status, body } = await raw(port, get("/livez"));
  expect([status, JSON.parse(body)]).toEqual([200, { live: true }]);
});

it("/readyz names the check that fails, and nothing of why", async () => {
  const probe = probes(async () => ({ ...good, key: false }));
  const port = await start(() => {}, undefined, probe);
  const { status, body } = await raw(port, get("/readyz"));
  expect([status, JSON.parse(body)]).toEqual([
    503,
    { ready: false, checks: { running: true, ...good, key: false }, keys: expect.stringMatching(/^[0-9a-f]{8}$/) },
  ]);
});

it("/readyz shares one look at the database among probes until it is too old", async () => {
  let looks = 0;
  const read = async () => {
    looks++;
    return good;
  };
  const cached = await start(() => {}, undefined, probes(read, 60_000));
  await Promise.all(Array.from({ length: 20 }, () => raw(cached, get("/readyz"))));
  expect(looks).toBe(1);
  const fresh = await start(() => {}, undefined, probes(read, -1));
  for (let times = 0; times < 3; times++) expect((await raw(fresh, get("/readyz"))).status).toBe(200);
  expect(looks).toBe(4);
});

it("/readyz answers 503 at once when the portal is being stopped", async () => {
  const probe = probes(async () => good, 60_000);
  const port = await start(() => {}, undefined, probe);
  expect((await raw(port, get("/readyz"))).status).toBe(200);
  probe.drain();
  const { status, body } = await raw(port, get("/readyz"));
  expect([status, JSON.parse(body).checks]).toEqual([503, { running: false }]);
  expect((await raw(port, get("/livez"))).status).toBe(200);
});

it("/up says only whether a page can be had, to a browser that asks for no more", async () => {
  let database = true;
  const probe = probes(async () => ({ ...good, files: false, database }), -1);
  const port = await start(() => expect.unreachable("Next was asked"), undefined, probe);
  const head = get("/up").replace("GET", "HEAD");
  expect(await raw(port, head)).toMatchObject({ status: 204, body: "" });
  database = false;
  expect(await raw(port, head)).toMatchObject({ status: 503, body: "" });
  expect(await raw(port, get("/up"))).toMatchObject({ status: 503, body: "" });
  database = true;
  probe.drain();
  expect((await raw(port, head)).status).toBe(503);
});
