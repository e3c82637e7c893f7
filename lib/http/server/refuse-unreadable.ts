import type { IncomingMessage, ServerResponse } from "node:http";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Answers what no page or route will ever be asked about, because Next fails over it with 500: a path that is not
 * percent-encoded as paths are, and the methods that no handler can be given. True where it has answered.
 */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = "", url = "" } = request;
  if (!METHODS.includes(method)) {
    response.setHeader("allow", METHODS.join(", "));
    return refuse(response, 405, "This method is not offered here");
  }
  return isReadable(url.split("?", 1)[0] ?? "") ? false : refuse(response, 400, "The path is not valid");
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse, status: number, title: string): true {
  response.writeHead(status, { "content-type": "application/problem+json", "cache-control": "no-store" });
  response.end(JSON.stringify({ type: "about:blank", title, status }));
  return true;
}
