import { stopMail } from "@/lib/home/notifications/stop-mail";
import { clientIp } from "@/lib/http/caller-of-request";
import { problemResponse } from "@/lib/http/problem-response";
import { env } from "@/lib/platform/config/env";

type Props = RouteContext<"/api/unsubscribe/[token]">;

/** A person, or a scanner that follows links: shows a confirmation page and changes nothing. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  const location = `${env().PORTAL_URL}/unsubscribe/${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { location } });
}

/**
 * One-click unsubscribe by mail clients (RFC 8058). There is no session and no origin: the signed link is the only
 * proof.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  try {
    await stopMail(token, clientIp(request.headers));
    return new Response(null, { status: 200 });
  } catch (error) {
    return problemResponse(error);
  }
}
