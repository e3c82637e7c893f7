import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import * as tus from "tus-js-client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { offerUploads } from "@/lib/http/offered-uploads";
import { uploadsOr } from "@/lib/http/server/answer-uploads";
import { portalServer } from "@/lib/http/server/portal-server";
import { answerUpload } from "@/lib/http/uploads/answer-upload";
import { env } from "@/lib/platform/config/env";
import { fileStorage } from "@/lib/platform/files/file-storage";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { keptIn, stores } from "@/tests/fixtures/stores";
import { ask, begin, type Sender } from "@/tests/fixtures/uploads";

let portal: TestPortal;
let server: Server;
let sender: Sender;
let port: number;

beforeAll(async () => {
  portal = await testPortal();
  offerUploads(async () => answerUpload);
  server = portalServer(
    uploadsOr(async (_, response) => {
      response.statusCode = 404;
      response.end();
    }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
  sender = { cookie: await portal.cookie("support@northwind.example"), accountId: portal.demo.northwind.id };
});
afterAll(async () => {
  offerUploads(undefined);
  server.closeAllConnections();
  server.close();
  await portal.close();
});
afterEach(() => portal.owner.storedFile.deleteMany({ where: { draft: { not: "sample" } } }));

const stored = async (name: string) => {
  const file = await portal.owner.storedFile.findFirstOrThrow({ where: { name } });
  return { ...file, contents: file.storageKey && Buffer.from(await (await fileStorage()).getBytes(file.storageKey)) };
};

/** Sends the beginning of a part over a connection of its own, and cuts it once that much is known to have arrived. */
async function cutAfter(location: string, size: number, bytes: Buffer): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  const head = [
    `PATCH ${location} HTTP/1.1`,
    ...[`Host: localhost:${port}`, `Cookie: ${sender.cookie}`, `Origin: ${env().PORTAL_URL}`, "Tus-Resumable: 1.0.0"],
    ...["Content-Type: application/offset+octet-stream", "Upload-Offset: 0", `Content-Length: ${size}`],
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  const arrived = new Promise<void>((resolve) => {
    server.once("request", (request) => {
      let seen = 0;
      const { push } = request;
      request.push = (piece: Buffer | null, ...rest: []) => {
        const pushed = push.call(request, piece, ...rest);
        seen += piece?.length ?? 0;
        if (seen >= bytes.length) setImmediate(resolve);
        return pushed;
      };
    });
  });
  socket.write(bytes);
  await arrived;
  socket.destroy();
}

describe.each(stores)("an upload over a connection that is cut, to %s", (_, start) => {
  keptIn(start);

  it("goes on where it was cut, with any client of the protocol", async () => {
    const contents = Buffer.from(Array.from({ length: 900_000 }, (_, index) => index % 251));
    const started = await begin(sender, "cut.bin", contents.length);
    const location = started.headers.get("location") ?? "";
    await cutAfter(location, contents.length, contents.subarray(0, 500_000));
    let offset = 0;
    while (offset === 0) offset = Number((await ask(sender, "HEAD", location)).headers.get("upload-offset"));
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(500_000);
    let resumedAt = Number.NaN;
    await new Promise<void>((resolve, reject) => {
      const upload = new tus.Upload(contents, {
        endpoint: `http://127.0.0.1:${port}/uploads/${sender.accountId}`,
        uploadUrl: `http://127.0.0.1:${port}${location}`,
        chunkSize: 100_000,
        headers: { cookie: sender.cookie, origin: env().PORTAL_URL },
        onProgress: (sent) => {
          if (Number.isNaN(resumedAt)) resumedAt = sent;
        },
        onSuccess: () => resolve(),
        onError: reject,
      });
      upload.start();
    });
    expect(resumedAt).toBeGreaterThanOrEqual(offset);
    expect(await stored("cut.bin")).toMatchObject({ state: "stored", size: contents.length, contents });
  });

  it("is started by any client of the protocol, too", async () => {
    const contents = Buffer.from("Only a few words.");
    await new Promise<void>((resolve, reject) => {
      new tus.Upload(contents, {
        endpoint: `http://127.0.0.1:${port}/uploads/${sender.accountId}`,
        metadata: { filename: "words.txt" },
        headers: { cookie: sender.cookie, origin: env().PORTAL_URL },
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
    expect(await stored("words.txt")).toMatchObject({ state: "stored", contents });
  });

  it("may load nothing and run nothing, whatever it answers", async () => {
    const headers = { "tus-resumable": "1.0.0", "upload-length": "1" };
    const answer = await fetch(`http://127.0.0.1:${port}/uploads/${sender.accountId}`, { method: "POST", headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });
});
