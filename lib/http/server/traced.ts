import type { IncomingMessage, ServerResponse } from "node:http";
import { responseClosed } from "@/lib/platform/kernel/response-closed";
import type { Tracing } from "@/lib/platform/metrics/start-tracing";
import { loggedPath } from "./log-request";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Handles each request within a span that names it as the log does: Next has none for the API, and knows no request id. */
export const traced =
  (tracing: Pick<Tracing, "span">, handle: Handle): Handle =>
  (request, response) => {
    const { method = "GET", url = "/", headers } = request;
    const attributes = {
      "http.request.method": method,
      "url.path": loggedPath(url),
      "portcullis.request_id": String(headers["x-request-id"] ?? ""),
    };
    const atEnd = () => ({ "http.response.status_code": response.statusCode });
    const work = { name: method, attributes, until: responseClosed(response), atEnd };
    return tracing.span(work, () => handle(request, response));
  };
