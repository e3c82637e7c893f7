import { clientIp } from "@/lib/http/caller-of-request";
import { problemResponse } from "@/lib/http/problem-response";
import { unsubscribe } from "@/lib/identity/sign-in/unsubscribe";
import { env } from "@/lib/platform/config/env";

type Props = RouteContext<"/api/unsubscribe/[token]">;

/** A person, or a scanner that follows every link: they are asked first, and nothing is stopped by looking. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  const location = `${env().PORTAL_URL}/unsubscribe/${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { location } });
}

/** A mail program's own button (RFC 8058). It comes from anywhere and without a session: the signed link is all it has. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  try {
    await unsubscribe(token, clientIp(request.headers));
    return new Response(null, { status: 200 });
  } catch (error) {
    return problemResponse(error);
  }
}
