import type { AccountPageContext } from "@/app/page-context";
import { MergePanel } from "@/components/support/merging/merge-panel";
import { DuePanel } from "@/components/support/service-levels/due-panel";
import { TicketTags } from "@/components/support/tags/ticket-tags";
import { AssignmentForms } from "@/components/support/tickets/assignment-forms";
import { CcSuggestions } from "@/components/support/tickets/cc-suggestions";
import { TicketFacts } from "@/components/support/tickets/ticket-facts";
import { WatchPanel } from "@/components/support/tickets/watch-panel";
import { ButtonLink } from "@/components/ui/button-link";
import { SidePanel } from "@/components/ui/side-panel";
import { t } from "@/lib/platform/language/t";
import { recordRoleRequest } from "@/lib/staff/role-requests/record-role-request";
import { unmergeTicket } from "@/lib/support/merging/unmerge-ticket";
import { changeTicket } from "@/lib/support/queue/change-ticket";
import { assignTicket } from "@/lib/support/tickets/assign-ticket";
import { copyIn } from "@/lib/support/tickets/copy-in";
import { removeWatcher } from "@/lib/support/tickets/remove-watcher";
import type { TicketDetail } from "@/lib/support/tickets/schema";
import { watchTicket } from "@/lib/support/tickets/watch-ticket";
import type { StaffSide } from "./staff-side";

export type SidePanelsProps = {
  page: Pick<AccountPageContext, "action" | "may" | "account" | "base" | "actor">;
  ticket: TicketDetail;
  desk: StaffSide | null;
  /** Addresses outside the account that the viewer may invite. */
  copiedIn: readonly string[];
};

/** What is known of a ticket and done with it, beside its messages. */
export function SidePanels({ page, ticket, desk, copiedIn }: SidePanelsProps) {
  const { action, may, account, base, actor } = page;
  const { id: ticketId, allowed, service } = ticket;
  const list = `${base}/tickets`;
  return (
    <div className="flex flex-col gap-4">
      <SidePanel title={t("Details")}>
        <TicketFacts
          ticket={ticket}
          serviceHref={service ? `${base}/services/${service.id}` : undefined}
          format={actor}
        />
      </SidePanel>
      {allowed.watch && (
        <WatchPanel
          ticket={ticket}
          watch={action(watchTicket)}
          copyIn={action(copyIn)}
          remove={action(removeWatcher)}
        />
      )}
      {copiedIn.length > 0 && (
        <CcSuggestions
          addresses={copiedIn}
          inviteHref={(address) => `${base}/people/invite?${new URLSearchParams({ email: address })}`}
        />
      )}
      {desk && <DuePanel due={desk.due} format={actor} />}
      {desk && allowed.assign && desk.tags.on.length + desk.tags.others.length > 0 && (
        <SidePanel title={t("Tags")} description={t("Only staff see the tags of a ticket.")}>
          <TicketTags ticketId={ticketId} {...desk.tags} change={action(changeTicket)} />
        </SidePanel>
      )}
      {allowed.assign && (
        <SidePanel title={t("Assignment")}>
          <AssignmentForms assign={action(assignTicket)} hand={action(assignTicket, list)} ticket={ticket} />
        </SidePanel>
      )}
      {may(recordRoleRequest) && (
        <SidePanel
          title={t("Role request")}
          description={t("Does this ticket ask for access for someone? Record it, and the owner can confirm it.")}
        >
          <ButtonLink href={`/staff/accounts/${account.id}/role-requests/new?ticket=${ticketId}`}>
            {t("Record role request")}
          </ButtonLink>
        </SidePanel>
      )}
      {(allowed.assign || allowed.unmerge) && (
        <MergePanel ticket={ticket} list={list} unmerge={action(unmergeTicket)} />
      )}
    </div>
  );
}
