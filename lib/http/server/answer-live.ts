import type { IncomingMessage, ServerResponse } from "node:http";
import { offeredLive } from "@/lib/http/offered-live";
import { securityHeaders } from "@/lib/http/security-headers";
import { env } from "@/lib/platform/config/env";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers the streams of open pages itself, and everything else with `next`: they outlive every limit on requests. */
export const liveOrNext =
  (next: Handle): Handle =>
  async (request, response) => {
    const live = isLive(request) ? await offeredLive() : undefined;
    if (live === undefined) return next(request, response);
    for (const [name, value] of Object.entries(sandboxed())) response.setHeader(name, value);
    return live.answer(request, response);
  };

const isLive = ({ method, url = "" }: IncomingMessage): boolean =>
  method === "GET" && /^\/api\/live(?:[/?]|$)/.test(url);

const sandboxed = () =>
  securityHeaders({ nonce: "", secure: env().PORTAL_URL.startsWith("https:"), development: false, sandboxed: true });
