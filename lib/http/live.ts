import type { IncomingMessage, ServerResponse } from "node:http";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { responseClosed } from "@/lib/platform/kernel/response-closed";
import { t } from "@/lib/platform/language/t";
import type { Follower } from "@/lib/platform/live/follower";
import { LiveHub } from "@/lib/platform/live/hub";
import type { Caller } from "@/lib/platform/operations/caller";
import { withRequest } from "@/lib/platform/operations/execute";
import { asVisitor } from "@/lib/policy/staff-visit";
import { callerOfRequest } from "./caller-of-request";
import { eventStream } from "./event-stream";
import { allLiveKinds, mayFollow } from "./live-kinds";
import type { OfferedLive } from "./offered-live";
import { problemResponse } from "./problem-response";

/** The streams of this process. */
export function liveStreams(hub = new LiveHub(allLiveKinds)): OfferedLive {
  return {
    streams: () => hub.size,
    end: () => hub.end(),
    answer: async (request, response) => {
      try {
        const accountId = accountIn(request.url ?? "");
        const caller = await callerOf(request);
        const close = await hub.open(
          () => followerOf(caller, accountId),
          () => eventStream(response),
        );
        void responseClosed(response).then(close);
      } catch (error) {
        await refuse(response, error);
      }
    },
  };
}

/** `/api/live/{accountId}`, or `/api/live` for staff. */
function accountIn(url: string): string | null {
  const [, accountId] = /^\/api\/live(?:\/([^/?]*))?(?:\?|$)/.exec(url) ?? [];
  if (accountId === undefined) return null;
  if (!id.safeParse(accountId).success) throw notFound(t("Account not found, or you don't have access to it."));
  return accountId;
}

/** The session of a page: a token's use is not recorded as it goes on, so it gets no stream. */
async function callerOf({ headers }: IncomingMessage): Promise<Caller> {
  const get = (name: string) => (name === "authorization" ? null : [headers[name]].flat().join(", ") || null);
  return callerOfRequest({ method: "GET", headers: { get } });
}

/** Throws `not-signed-in`, `not-found` and `refused` like any page: a stream that could carry nothing is none. */
const followerOf = (caller: Caller, accountId: string | null): Promise<Follower> =>
  withRequest(caller, { accountId }, async ({ scope }) => {
    const { actor, stamp, standing } = scope;
    const viewer = standing === null ? scope.viewer : asVisitor(scope.viewer, standing);
    if (actor.look !== undefined || !mayFollow(viewer) || (accountId === null && !actor.isStaff)) {
      throw new Problem("refused", t("Nothing here is updated live for you."));
    }
    return { personId: actor.personId, accountId, isStaff: actor.isStaff, viewer, stamp };
  });

async function refuse(response: ServerResponse, error: unknown): Promise<void> {
  const answer = problemResponse(error);
  if (response.headersSent) return void response.destroy();
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
}
