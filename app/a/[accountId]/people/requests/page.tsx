import { Inbox } from "lucide-react";
import { accountPage } from "@/app/page-context";
import { RequestList } from "@/components/accounts/access/request-list";
import { EmptyState } from "@/components/ui/empty-state";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { answerRequest } from "@/lib/accounts/access/answer-request";
import { listRequests } from "@/lib/accounts/access/list-requests";
import { localDay } from "@/lib/platform/kernel/local-day";
import { askedOf } from "../asked-of";
import { peopleFrame } from "../people-frame";

export const metadata = { title: "Requests" };

export default accountPage(async (page) => {
  const { execute, action, base, search, actor, realNow: now } = page;
  const here = `${base}/people/requests`;
  const status = search.status ?? "open";
  const list = await execute(
    listRequests,
    askedOf(listRequests, { ...search, status: status === "all" ? "" : status }),
  );
  return peopleFrame(
    page,
    "requests",
    <>
      <p className="mb-3 text-ink-soft">
        {status === "open" ? "Waiting for an answer. " : "All requests, answered ones included. "}
        <TextLink href={status === "open" ? `${here}?status=all` : here}>
          {status === "open" ? "Show answered ones too" : "Show only those that wait"}
        </TextLink>
      </p>
      <Panel flush>
        {list.items.length === 0 ? (
          <EmptyState icon={<Inbox />} title="Nobody is waiting for an answer">
            When somebody meets a page that is not open to them, they can ask for it. Their request appears here.
          </EmptyState>
        ) : (
          <RequestList
            requests={list.items}
            action={action(answerRequest)}
            hrefOf={(id) => `${base}/people/${id}`}
            now={now}
            today={localDay(now, actor.timeZone)}
            format={actor}
          />
        )}
        <Pagination {...pageLinks(here, { status: search.status }, list, ["request", "requests"])} />
      </Panel>
    </>,
  );
});
