import { Download, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import type { AccountPageContext } from "@/app/page-context";
import { DoneNotice } from "@/components/accounts/people/done-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { listRequests } from "@/lib/accounts/access/list-requests";
import { listPeople } from "@/lib/accounts/people/list-people";

type Part = "members" | "notices-only" | "invitations" | "requests" | "ownership";

/** The head that the pages about people share, with the ways that this viewer has. */
export async function peopleFrame(page: AccountPageContext, current: Part, children: ReactNode): Promise<ReactNode> {
  const { account, base, can, search } = page;
  const here = `${base}/people`;
  return (
    <>
      <PageHeader
        title="People"
        description={`Who may act for ${account.name}, and who receives its notices.`}
        actions={
          <>
            {can("people.export") && (
              <ButtonLink href={`/api/v1/accounts/${account.id}/exports/people`} download="" icon={<Download />}>
                Export
              </ButtonLink>
            )}
            {can("people.non-members.add") && (
              <ButtonLink href={`${here}/notices-only/add`}>Add for notices only</ButtonLink>
            )}
            {can("people.members.add") && (
              <ButtonLink href={`${here}/invite`} variant="primary" icon={<UserPlus />}>
                Invite a person
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
    ...(can("people.non-members.view") ? [tab("notices-only", "Notices only")] : []),
    ...(waiting ? [tab("invitations", "Invitations", waiting.total)] : []),
    ...(asked ? [tab("requests", "Requests", asked.total)] : []),
    ...(can("account.view") ? [tab("ownership", "Ownership")] : []),
  ];
}
