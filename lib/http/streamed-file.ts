import { once } from "node:events";
import type { Readable } from "node:stream";
import { ReadableStream as NodeStream } from "node:stream/web";
import { Problem } from "@/lib/platform/kernel/problem";
import type { StreamedFile } from "@/lib/platform/kernel/streamed-file";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { t } from "@/lib/platform/language/t";
import { byteRange } from "./byte-range";
import type { RestRequest } from "./rest-request";

/** Whatever a browser takes the file for, it has no origin and can load and run nothing. */
const SANDBOX = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

const OPENED_MS = 30_000;

/**
 * A stored file as a response, or the part of it that was asked for. It is opened before the headers are sent, so that a missing one is an error.
 *
 * @throws Problem `unavailable`
 */
export async function streamedFile(
  request: Pick<RestRequest, "method" | "signal" | "headers">,
  { bytes, open, digest }: StreamedFile,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const etag = `"${digest}"`;
  const named = { ...headers, "content-security-policy": SANDBOX, ...(digest && { "accept-ranges": "bytes", etag }) };
  const range = digest === null ? null : byteRange(request.headers, { bytes, etag });
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { ...named, "content-range": `bytes */${bytes}` } });
  }
  const length = range === null ? bytes : range.last - range.first + 1;
  const all = {
    ...named,
    "content-length": String(length),
    ...(range && { "content-range": ["bytes", `${range.first}-${range.last}/${bytes}`].join(" ") }),
  };
  const status = range === null ? 200 : 206;
  if (request.method === "HEAD") return new Response(null, { status, headers: all });
  const contents = await withDeadline(
    OPENED_MS,
    opened(() => open(range ?? undefined)),
  ).catch((error: unknown) => {
    throw new Problem(
      "unavailable",
      t("The file can't be read right now. Try again in a moment."),
      {},
      { cause: error },
    );
  });
  request.signal.addEventListener("abort", () => contents.destroy(), { once: true });
  // Node's own conversion throws outside of any handler if it is cancelled in the moment in which it begins to read.
  return new Response(NodeStream.from(contents) as ReadableStream, { status, headers: all });
}

/** With its first bytes: only then it is known that it can be read. */
async function opened(open: () => Promise<Readable>): Promise<Readable> {
  const contents = await open();
  await once(contents, "readable");
  return contents;
}
