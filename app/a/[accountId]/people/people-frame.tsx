import type { ReactNode } from "react";
import type { AccountPageContext } from "@/app/page-context";
import { DoneNotice } from "@/components/accounts/people/done-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { countRequests } from "@/lib/accounts/access/count-requests";
import { viewInviteChoices } from "@/lib/accounts/access/invite-choices";
import { listRequests } from "@/lib/accounts/access/list-requests";
import { viewNoticeChoices } from "@/lib/accounts/access/notice-choices";
import { viewOwnership } from "@/lib/accounts/ownership/view-ownership";
import { countInvitations } from "@/lib/accounts/people/count-invitations";
import { exportPeople } from "@/lib/accounts/people/export-people";
import { listNonMembers } from "@/lib/accounts/people/list-non-members";
import { listPeople } from "@/lib/accounts/people/list-people";
import { listRoleRequests } from "@/lib/accounts/role-requests/list-role-requests";
import { viewPolicy } from "@/lib/accounts/two-factor/view-policy";
import { t } from "@/lib/platform/language/t";

type Part = "members" | "notices-only" | "invitations" | "requests" | "role-requests" | "ownership" | "two-factor";

/**
 * The header shared by the pages about people, with the actions and tabs this viewer may use. What `render` reads is read
 * together with the counts on the tabs.
 */
export async function peopleFrame(
  page: AccountPageContext,
  current: Part,
  render: () => Promise<ReactNode>,
): Promise<ReactNode> {
  const { account, base, may, search } = page;
  const [tabs, children] = await Promise.all([tabsOf(page, current), render()]);
  const here = `${base}/people`;
  return (
    <>
      <PageHeader
        title={t("People")}
        description={t("People with access to {name}, and who gets its notifications", { name: account.name })}
        actions={
          <>
            {may(exportPeople) && (
              <ButtonLink
                href={`/api/v1/accounts/${account.id}/exports/people`}
                download=""
                icon={<Icon name="download" />}
              >
                {t("Export")}
              </ButtonLink>
            )}
            {may(viewNoticeChoices) && (
              <ButtonLink href={`${here}/notices-only/add`}>{t("Add notification-only contact")}</ButtonLink>
            )}
            {may(viewInviteChoices) && (
              <ButtonLink href={`${here}/invite`} variant="primary" icon={<Icon name="user-plus" />}>
                {t("Invite person")}
              </ButtonLink>
            )}
          </>
        }
      />
      <DoneNotice done={search.done} />
      <Tabs label={t("People")} tabs={tabs} />
      {children}
    </>
  );
}

async function tabsOf({ execute, may, base }: AccountPageContext, current: Part): Promise<Tab[]> {
  const here = `${base}/people`;
  const tab = (part: Part, label: string, count?: number): Tab => ({
    label,
    href: part === "members" ? here : `${here}/${part}`,
    active: part === current,
    ...(count ? { count } : {}),
  });
  const none = { total: 0 };
  const [invitations, requests] = await Promise.all([
    may(countInvitations) ? execute(countInvitations, {}) : none,
    may(countRequests) ? execute(countRequests, {}) : none,
  ]);
  return [
    ...(may(listPeople) ? [tab("members", t("Members"))] : []),
    ...(may(listNonMembers) ? [tab("notices-only", t("Notification-only"))] : []),
    ...(may(listPeople) ? [tab("invitations", t("Invitations"), invitations.total)] : []),
    ...(may(listRequests) ? [tab("requests", t("Access requests"), requests.total)] : []),
    ...(may(listRoleRequests) ? [tab("role-requests", t("Role requests"))] : []),
    ...(may(viewPolicy) ? [tab("two-factor", t("Two-factor"))] : []),
    ...(may(viewOwnership) ? [tab("ownership", t("Ownership"))] : []),
  ];
}
