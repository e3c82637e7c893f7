import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { NeedsList } from "@/components/home/dashboard/needs-list";
import { needsOf } from "@/components/home/dashboard/needs-of";
import { NothingNeeded } from "@/components/home/dashboard/nothing-needed";
import { RecentActivity } from "@/components/home/dashboard/recent-activity";
import { RenewingSoon } from "@/components/home/dashboard/renewing-soon";
import { TicketsWithStaff } from "@/components/home/dashboard/tickets-with-staff";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewInviteChoices } from "@/lib/accounts/access/invite-choices";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { t } from "@/lib/platform/language/t";
import { ticketChoices } from "@/lib/support/tickets/ticket-choices";
import { homeOf } from "./navigation";

export const generateMetadata = (): Metadata => ({ title: t("Dashboard") });

export default accountPage(async ({ execute, may, base, account, actor, now, realNow }) => {
  // Logos, mails and the account list link here for everyone, so viewers without a dashboard are redirected, not
  // denied.
  const home = may(viewDashboard) ? null : homeOf(base, may);
  if (home !== null) redirect(home);
  const dashboard = await execute(viewDashboard, {});
  const needs = needsOf(dashboard, { base, now, format: actor });
  const { services, activity, tickets } = dashboard;
  const renewing = services && services.renewing.length > 0;
  return (
    <>
      <PageHeader
        title={t("Dashboard")}
        description={t("{name}, customer {number}", { name: account.name, number: account.number })}
        actions={
          <>
            {may(viewInviteChoices) && (
              <ButtonLink href={`${base}/people/invite`} icon={<Icon name="user-plus" />}>
                {t("Invite person")}
              </ButtonLink>
            )}
            {may(ticketChoices) && (
              <ButtonLink href={`${base}/tickets/new`} variant="primary" icon={<Icon name="life-buoy" />}>
                {t("Open ticket")}
              </ButtonLink>
            )}
          </>
        }
      />
      <Panel title={t("Needs attention")} flush>
        {needs.length > 0 ? <NeedsList needs={needs} /> : <NothingNeeded dashboard={dashboard} />}
        {tickets && <TicketsWithStaff count={tickets.withStaffCount} href={`${base}/tickets?status=open`} />}
      </Panel>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
        {renewing && <RenewingSoon services={services} base={base} format={actor} />}
        {activity && <RecentActivity events={activity} href={`${base}/activity`} now={realNow} format={actor} />}
      </div>
    </>
  );
});
