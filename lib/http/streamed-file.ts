import { once } from "node:events";
import { Readable } from "node:stream";
import { Problem } from "@/lib/platform/kernel/problem";
import type { StreamedFile } from "@/lib/platform/kernel/streamed-file";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { t } from "@/lib/platform/language/t";
import type { RestRequest } from "./rest-request";

/** Whatever a browser takes the file for, it has no origin and can load and run nothing. */
const SANDBOX = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

const OPENED_MS = 30_000;

/**
 * A stored file as a response. It is opened before the headers are sent, so that a missing one is an error.
 *
 * @throws Problem `unavailable`
 */
export async function streamedFile(
  request: Pick<RestRequest, "method" | "signal">,
  { bytes, open }: StreamedFile,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const all = { ...headers, "content-length": String(bytes), "content-security-policy": SANDBOX };
  if (request.method === "HEAD") return new Response(null, { headers: all });
  const contents = await withDeadline(OPENED_MS, opened(open)).catch((error: unknown) => {
    throw new Problem(
      "unavailable",
      t("The file can't be read right now. Try again in a moment."),
      {},
      { cause: error },
    );
  });
  request.signal.addEventListener("abort", () => contents.destroy(), { once: true });
  return new Response(Readable.toWeb(contents) as ReadableStream, { headers: all });
}

/** With its first bytes: only then it is known that it can be read. */
async function opened(open: StreamedFile["open"]): Promise<Readable> {
  const contents = await open();
  await once(contents, "readable");
  return contents;
}
