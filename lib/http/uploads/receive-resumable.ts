import { Server } from "@tus/server";
import { problemResponse } from "@/lib/http/problem-response";
import { Problem } from "@/lib/platform/kernel/problem";
import { log } from "@/lib/platform/logging/log";
import { type Uploader, UploadStore } from "./upload-store";

/**
 * Answers one request of the tus protocol. The protocol is the library's; what it stores, and who may, is ours: a server
 * is made for each request, because it acts for one caller.
 */
export async function receiveResumable(request: Request, uploader: Uploader): Promise<Response> {
  let failure: unknown;
  const server = new Server({
    path: `/uploads/${uploader.accountId}${uploader.purpose.path}`,
    datastore: new UploadStore(uploader),
    relativeLocation: true,
    allowedOrigins: () => false,
    onResponseError: (_, error) => {
      failure = error;
      return undefined;
    },
  });
  const answer = await server.handleWeb(request);
  if (failure instanceof Problem) return withProtocol(problemResponse(failure), answer);
  if (failure instanceof Error && answer.status >= 500) {
    log().warn({ err: failure }, "An upload was cut or failed.");
    return withProtocol(new Response(null, { status: 500 }), answer);
  }
  answer.headers.set("cache-control", "no-store");
  return answer;
}

/** Clients of the protocol ignore answers that don't name its version. */
function withProtocol(response: Response, { headers }: Response): Response {
  const version = headers.get("tus-resumable");
  if (version !== null) response.headers.set("tus-resumable", version);
  return response;
}
