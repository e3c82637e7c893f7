import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { localeOfRequest } from "@/lib/platform/language/language-of-request";
import { withLanguage } from "@/lib/platform/language/with-language";
import { setPageHeaders } from "./page-headers";

/**
 * Next's own server for development isn't ours to wrap as `portalServer` wraps the build: here every server of the
 * process answers in the language of the request, and with the headers of a page. Next calls this with the first one,
 * which is still in English and has neither.
 */
export function speakInDevelopment(): void {
  const emit: (event: string, ...values: unknown[]) => boolean = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string, ...values: unknown[]): boolean {
    const answer = () => emit.call(this, event, ...values);
    if (event !== "request") return answer();
    const [request, response] = values as [IncomingMessage, ServerResponse];
    if (setPageHeaders(request, response, { development: true })) return true;
    return withLanguage(localeOfRequest(request.headers, false), answer);
  };
}
