import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnvironment } from "@/lib/platform/config/env";
import { fileStorage, newStorageKey } from "@/lib/platform/files/file-storage";
import { readStored } from "@/lib/platform/files/read-stored";
import { writeProbe } from "@/lib/platform/files/write-probe";

/** As much of S3 as is used: objects of one bucket, by PUT, GET and DELETE. */
const objects = new Map<string, Buffer>();
let server: Server;
let endpoint: string;
let isDown = false;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const key = decodeURIComponent((request.url ?? "").split("?")[0] ?? "").replace("/customers/", "");
    const body = await buffer(request);
    if (isDown || !request.headers.authorization?.includes("Credential=key-id/")) response.statusCode = 403;
    else if (request.method === "PUT") objects.set(key, body);
    else if (request.method === "DELETE") response.statusCode = objects.delete(key) ? 204 : 404;
    else if (objects.has(key)) {
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
      const whole = objects.get(key) ?? Buffer.alloc(0);
      if (from === undefined) return void response.end(whole);
      response.statusCode = 206;
      return void response.end(whole.subarray(Number(from), Number(to) + 1));
    } else response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const settings = () =>
  readEnvironment({
    DATABASE_URL: "postgresql://portal@db.example/portal",
    FILES_S3_BUCKET: "customers",
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_ACCESS_KEY_ID: "key-id",
    FILES_S3_SECRET_ACCESS_KEY: "secret-key",
  });

describe("a bucket", () => {
  it("takes and gives files as the folder does", async () => {
    const disk = await fileStorage(settings());
    const key = newStorageKey();
    const contents = Buffer.from("x".repeat(100_000));
    await disk.putStream(key, Readable.from([contents.subarray(0, 7), contents.subarray(7)]), {
      contentLength: 100_000,
    });
    expect(objects.get(key)).toEqual(contents);
    expect(await buffer(await disk.getStream(key))).toEqual(contents);
    expect((await buffer(await readStored(key, { first: 5, last: 9 }, settings()))).length).toBe(5);
    await disk.delete(key);
    expect(objects.size).toBe(0);
  });

  it("is examined by writing to it", async () => {
    await writeProbe(settings());
    expect(objects.size).toBe(0);
    isDown = true;
    await expect(writeProbe(settings())).rejects.toThrow();
    isDown = false;
  });
});

it("needs both keys or none", () => {
  const half = { DATABASE_URL: "postgresql://portal@db.example/portal", FILES_S3_ACCESS_KEY_ID: "key-id" };
  expect(() => readEnvironment(half)).toThrow("FILES_S3_SECRET_ACCESS_KEY is missing");
});
