import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { OpenTicketForm } from "@/components/support/tickets/open-ticket-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { listUploads } from "@/lib/support/attachments/list-uploads";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { ticketChoices } from "@/lib/support/tickets/ticket-choices";

export const generateMetadata = (): Metadata => ({ title: t("Open ticket") });

/** `?service=` preselects the service: the link on a service's page. */
export default accountPage(async ({ execute, action, account, base, search, actor }) => {
  const { services, departments, draft } = await execute(ticketChoices, {});
  const waiting = await execute(listUploads, {});
  const list = `${base}/tickets`;
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("Open ticket")} breadcrumb={[{ label: t("Tickets"), href: list }]} />
      <Panel>
        <OpenTicketForm
          action={action(openTicket, `${list}/{id}`)}
          idempotencyKey={randomUUID()}
          services={services}
          departments={departments}
          serviceId={services.find(({ id }) => id === search.service)?.id}
          draft={draft}
          draftUrl={`/api/v1/accounts/${account.id}/ticket-draft`}
          cancelHref={list}
          files={{ destination: { url: `/uploads/${account.id}`, about: {} }, waiting, locale: actor.locale }}
        />
      </Panel>
    </div>
  );
});
