import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { TicketFilters } from "@/components/support/tickets/ticket-filters";
import { TicketsTable } from "@/components/support/tickets/tickets-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { ticketChoices } from "@/lib/support/tickets/ticket-choices";

export const generateMetadata = (): Metadata => ({ title: t("Tickets") });

export default accountPage(async ({ execute, may, base, search, actor, realNow: now }) => {
  const mayOpen = may(ticketChoices);
  const [list, { services }] = await Promise.all([
    execute(listTickets, fromStrings(listTickets.input, Object.entries(search))),
    mayOpen ? execute(ticketChoices, {}) : { services: [] },
  ]);
  const here = `${base}/tickets`;
  const open = mayOpen && (
    <ButtonLink href={`${here}/new`} variant="primary" icon={<Icon name="plus" />}>
      {t("Open ticket")}
    </ButtonLink>
  );
  const filtered = Boolean(search.q || search.status || search.department || search.serviceId);
  return (
    <>
      <LiveRefresh of="ticket" />
      <PageHeader title={t("Tickets")} actions={open} />
      <TicketFilters href={here} filters={search} services={services} />
      <Panel flush>
        <TicketsTable
          order={sortProps(here, search, { key: "activity", direction: "desc" })}
          tickets={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          forStaff={actor.isStaff}
          now={now}
          format={actor}
          empty={
            filtered ? (
              <EmptyState title={t("No matching tickets")}>
                {t("Change or clear the filters to see all tickets.")}
              </EmptyState>
            ) : (
              <EmptyState icon={<Icon name="life-buoy" />} title={t("No tickets yet")} actions={open}>
                {t("Open a ticket if something isn't working or you have a question. Our reply will appear here.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, search, list, [msg("ticket@@of"), msg("tickets@@of")])} />
      </Panel>
    </>
  );
});
