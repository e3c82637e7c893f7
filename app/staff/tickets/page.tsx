import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { KeysDialog } from "@/components/support/queue/keys-dialog";
import { QueueActs } from "@/components/support/queue/queue-acts";
import { QueueFilters } from "@/components/support/queue/queue-filters";
import { QueueForm } from "@/components/support/queue/queue-form";
import { QueueTable } from "@/components/support/queue/queue-table";
import { QueueTabs } from "@/components/support/queue/queue-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { changeTicket } from "@/lib/support/queue/change-ticket";
import { countQueue } from "@/lib/support/queue/count-queue";
import { listQueue } from "@/lib/support/queue/list-queue";
import { viewServiceLevels } from "@/lib/support/service-levels/view-service-levels";
import { listTags } from "@/lib/support/tags/list-tags";

export const generateMetadata = (): Metadata => ({ title: t("Tickets") });

const here = "/staff/tickets";

export default personPage(async ({ execute, may, actionEach, search, actor, realNow: now }) => {
  const asked = listQueue.input.safeParse(fromStrings(listQueue.input, Object.entries(search)));
  const { view, department, q } = asked.data ?? listQueue.input.parse({});
  const [list, counts, { items: tags }] = await Promise.all([
    execute(listQueue, fromStrings(listQueue.input, Object.entries(search))),
    execute(countQueue, { department }),
    execute(listTags, {}),
  ]);
  const filtered = Boolean(q || department || search.tagId);
  return (
    <>
      <PageHeader
        title={t("Tickets")}
        description={t("Tickets of all accounts, soonest due first.")}
        actions={
          may(viewServiceLevels) && (
            <ButtonLink href={`${here}/service-levels`} icon={<Icon name="settings" />}>
              {t("Support desk settings")}
            </ButtonLink>
          )
        }
      />
      <QueueTabs href={here} active={q === "" ? view : undefined} department={department} counts={counts} />
      <QueueFilters href={here} filters={search} tags={tags} />
      <QueueForm action={actionEach(changeTicket)} acts={list.items.length > 0 && <QueueActs tags={tags} />}>
        <Panel flush>
          <QueueTable
            tickets={list.items}
            now={now}
            format={actor}
            empty={
              filtered ? (
                <EmptyState icon={<Icon name="search-x" />} title={t("No matching tickets")}>
                  {t("Change or clear the filters to see all tickets.")}
                </EmptyState>
              ) : (
                <EmptyState icon={<Icon name="circle-check" />} title={t("Nothing here")}>
                  {t("No ticket is in this view.")}
                </EmptyState>
              )
            }
          />
          <Pagination {...pageLinks(here, search, list, [msg("ticket@@of"), msg("tickets@@of")])} />
        </Panel>
      </QueueForm>
      <KeysDialog />
    </>
  );
});
