import { expect, it } from "vitest";
import { traced } from "@/lib/http/server/traced";
import type { TracedWork } from "@/lib/platform/metrics/start-tracing";
import { portalServers, raw } from "./listening";

const listening = portalServers();

it("a request is a span with the id of its log lines, its status, and no secret of its path", async () => {
  const spans: TracedWork[] = [];
  const span = <T>(work: TracedWork, handle: () => T): T => {
    spans.push(work);
    return handle();
  };
  const port = await listening(
    traced({ span }, async (_, response) => {
      response.statusCode = 404;
      response.end();
    }),
  );
  const { head } = await raw(
    port,
    "GET /reset-password/secret?q=typed HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n",
  );
  const [, id] = /x-request-id: (\S+)/i.exec(head) ?? [];
  expect(spans).toHaveLength(1);
  expect(spans[0]).toMatchObject({
    name: "GET",
    attributes: { "url.path": "/reset-password/[redacted]", "portcullis.request_id": id, "http.request.method": "GET" },
  });
  await spans[0]?.until;
  expect(spans[0]?.atEnd()).toEqual({ "http.response.status_code": 404 });
});
