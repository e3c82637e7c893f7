import type { ServerResponse } from "node:http";

/** The response's original methods, unaffected by wrappers. */
export interface AnswerWriter {
  writeHead(status: number, headers: Readonly<Record<string, string | number>>): unknown;
  end(body?: string): unknown;
}

type Instead = (answer: AnswerWriter) => void;

/** These describe the original response, so they must not be sent with the replacement. */
const OF_THE_FIRST =
  /^(?:content-(?:type|length|encoding|disposition)|transfer-encoding|etag|vary|cache-control|link|x-nextjs-.*)$/;

/**
 * Calls `instead` once, with the status, before anything is sent. If it returns another response, that one is sent,
 * and later writes to the first are discarded.
 */
export function takeOver(response: ServerResponse, instead: (status: number) => Instead | null): void {
  const { writeHead, write, end, flushHeaders } = response;
  const writer: AnswerWriter = {
    writeHead: (status, headers) => writeHead.call(response, status, headers),
    end: (body) => end.call(response, body, "utf8"),
  };
  let decided = false;
  let taken = false;

  function decide(status: number): boolean {
    if (decided) return taken;
    decided = true;
    const other = instead(status);
    if (other === null) return false;
    taken = true;
    for (const name of response.getHeaderNames()) if (OF_THE_FIRST.test(name)) response.removeHeader(name);
    other(writer);
    return true;
  }

  response.writeHead = ((status: number, ...rest: []) =>
    decide(status) ? response : writeHead.call(response, status, ...rest)) as typeof writeHead;
  response.write = ((...args: Parameters<typeof write>) =>
    decide(response.statusCode) ? dropped(args) : write.apply(response, args)) as typeof write;
  response.end = ((...args: Parameters<typeof end>) => {
    if (!decide(response.statusCode)) return end.apply(response, args);
    dropped(args);
    return response;
  }) as typeof end;
  response.flushHeaders = () => {
    if (!decide(response.statusCode)) flushHeaders.call(response);
  };
}

/** Reports success, so that callers waiting for the write continue. */
function dropped(args: readonly unknown[]): true {
  const told = args.at(-1);
  if (typeof told === "function") queueMicrotask(() => told());
  return true;
}
