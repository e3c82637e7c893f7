import type { IncomingMessage } from "node:http";

/** Next dispatches a form to the page it belongs to, whatever path it was posted to. */
export const isAction = ({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean =>
  method === "POST" &&
  (headers["next-action"] !== undefined || /^multipart\/form-data\b/i.test(headers["content-type"] ?? ""));
