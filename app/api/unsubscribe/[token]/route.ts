import { stopMail } from "@/lib/home/notifications/stop-mail";
import { clientIp } from "@/lib/http/caller-of-request";
import { problemResponse } from "@/lib/http/problem-response";
import { readLimitedText } from "@/lib/http/read-body";
import { env } from "@/lib/platform/config/env";

type Props = RouteContext<"/api/unsubscribe/[token]">;

/** A person, or a scanner that follows links: shows a confirmation page and changes nothing. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  return confirmation((await params).token);
}

/**
 * One-click unsubscribe by mail clients (RFC 8058). There is no session and no origin: the signed link is the only proof that they
 * may, and the body that they mean it. What is posted without it, by a scanner that tries forms, is led to the page that asks.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  try {
    if (!isOneClick(await readLimitedText(request, LARGEST_BYTES))) return confirmation(token);
    await stopMail(token, clientIp(request.headers));
    return new Response(null, { status: 200 });
  } catch (error) {
    return problemResponse(error);
  }
}

const LARGEST_BYTES = 4_096;

/** `List-Unsubscribe=One-Click`, as a form of either type. */
const isOneClick = (body: string): boolean =>
  new URLSearchParams(body.trim()).get("List-Unsubscribe") === "One-Click" ||
  /^content-disposition:[^\r\n]*\bname="?List-Unsubscribe"?(?:;[^\r\n]*)?\r\n(?:[^\r\n]+\r\n)*\r\nOne-Click\r\n--/im.test(
    body,
  );

function confirmation(token: string): Response {
  const location = `${env().PORTAL_URL}/unsubscribe/${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { location } });
}
