import { Download, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import type { AccountPageContext } from "@/app/page-entrance";
import { DoneNotice } from "@/components/accounts/people/done-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { listRequests } from "@/lib/accounts/access/list-requests";
import { listPeople } from "@/lib/accounts/people/list-people";

type Part = "members" | "notices-only" | "invitations" | "requests" | "ownership";

/** The header shared by the pages about people, with the actions and tabs this viewer may use. */
export async function peopleFrame(page: AccountPageContext, current: Part, children: ReactNode): Promise<ReactNode> {
  const { account, base, can, search } = page;
  const here = `${base}/people`;
  return (
    <>
      <PageHeader
        title="People"
        description={`People with access to ${account.name}, and who gets its notifications`}
        actions={
          <>
            {can("people.export") && (
              <ButtonLink href={`/api/v1/accounts/${account.id}/exports/people`} download="" icon={<Download />}>
                Export
              </ButtonLink>
            )}
            {can("people.non-members.add") && (
              <ButtonLink href={`${here}/notices-only/add`}>Add notification-only contact</ButtonLink>
            )}
            {can("people.members.add") && (
              <ButtonLink href={`${here}/invite`} variant="primary" icon={<UserPlus />}>
                Invite person
              </ButtonLink>
            )}
          </>
        }
      />
      <DoneNotice done={search.done} />
      <Tabs label="People" tabs={await tabsOf(page, current)} />
      {children}
    </>
  );
}

async function tabsOf({ execute, can, base }: AccountPageContext, current: Part): Promise<Tab[]> {
  const here = `${base}/people`;
  const tab = (part: Part, label: string, count?: number): Tab => ({
    label,
    href: part === "members" ? here : `${here}/${part}`,
    active: part === current,
    ...(count ? { count } : {}),
  });
  const members = can("people.members.view");
  const waiting = members ? await execute(listPeople, { waiting: true }) : null;
  const asked = can("people.requests.answer") ? await execute(listRequests, { status: "open" }) : null;
  return [
    ...(members ? [tab("members", "Members")] : []),
    ...(can("people.non-members.view") ? [tab("notices-only", "Notification-only")] : []),
    ...(waiting ? [tab("invitations", "Invitations", waiting.total)] : []),
    ...(asked ? [tab("requests", "Access requests", asked.total)] : []),
    ...(can("account.view") ? [tab("ownership", "Ownership")] : []),
  ];
}
