import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { RequestList } from "@/components/accounts/access/request-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { answerRequest } from "@/lib/accounts/access/answer-request";
import { listRequests } from "@/lib/accounts/access/list-requests";
import { localDay } from "@/lib/platform/kernel/local-day";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { inputOf } from "../input-of";
import { peopleFrame } from "../people-frame";

export const generateMetadata = (): Metadata => ({ title: t("Access requests") });

export default accountPage(async (page) => {
  const { execute, action, base, search, actor, realNow: now } = page;
  const here = `${base}/people/requests`;
  const status = search.status ?? "open";
  return peopleFrame(page, "requests", async () => {
    const list = await execute(
      listRequests,
      inputOf(listRequests, { ...search, status: status === "all" ? "" : status }),
    );
    return (
      <>
        <p className="mb-3 text-ink-soft">
          {status === "open" ? t("Pending requests.") : t("All requests, including answered ones.")}{" "}
          <TextLink href={status === "open" ? `${here}?status=all` : here}>
            {status === "open" ? t("Show all requests") : t("Show pending requests")}
          </TextLink>
        </p>
        <Panel flush>
          {list.items.length === 0 ? (
            <EmptyState icon={<Icon name="inbox" />} title={t("No access requests")}>
              {t("People can request access from any page they can't open. Their requests appear here.")}
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
          <Pagination
            {...pageLinks(here, { status: search.status }, list, [msg("request@@of"), msg("requests@@of")])}
          />
        </Panel>
      </>
    );
  });
});
