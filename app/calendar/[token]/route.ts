import { clientIp } from "@/lib/http/caller-of-request";
import { problemResponse } from "@/lib/http/problem-response";
import { notFound } from "@/lib/platform/kernel/problem";
import { answerFeed } from "@/lib/workspace/meetings/calendar/answer-feed";

export const dynamic = "force-dynamic";

/** A calendar program. There is no session: the secret address says whose calendar it is, and they are asked what they may see. */
export async function GET(request: Request, { params }: RouteContext<"/calendar/[token]">): Promise<Response> {
  try {
    const calendar = await answerFeed((await params).token, clientIp(request.headers));
    if (calendar === null) throw notFound();
    return new Response(calendar, {
      headers: { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, no-store" },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
