import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { InvitationList } from "@/components/accounts/access/invitation-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { askedConfirm } from "@/components/ui/row-confirm";
import { viewInviteChoices } from "@/lib/accounts/access/invite-choices";
import { resendInvite } from "@/lib/accounts/access/resend-invite";
import { revokeInvite } from "@/lib/accounts/access/revoke-invite";
import { listPeople } from "@/lib/accounts/people/list-people";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { inputOf } from "../input-of";
import { peopleFrame } from "../people-frame";

export const generateMetadata = (): Metadata => ({ title: t("Invitations") });

export default accountPage(async (page) => {
  const { execute, may, action, base, search, actor, realNow: now } = page;
  const here = `${base}/people/invitations`;
  return peopleFrame(page, "invitations", async () => {
    const list = await execute(listPeople, { ...inputOf(listPeople, search), waiting: true });
    const invite = may(viewInviteChoices) && (
      <ButtonLink href={`${base}/people/invite`} variant="primary">
        {t("Invite person")}
      </ButtonLink>
    );
    return (
      <Panel flush>
        {list.items.length === 0 ? (
          <EmptyState icon={<Icon name="mail-plus" />} title={t("No pending invitations")} actions={invite}>
            {t("Pending invitations appear here.")}
          </EmptyState>
        ) : (
          <InvitationList
            people={list.items.map((person) => ({ ...person, idempotencyKey: randomUUID() }))}
            hrefOf={({ id }) => `${base}/people/${id}`}
            resend={may(resendInvite) ? action(resendInvite) : null}
            revoke={may(revokeInvite) ? action(revokeInvite) : null}
            asked={askedConfirm(here, search)}
            now={now}
            format={actor}
          />
        )}
        <Pagination {...pageLinks(here, {}, list, [msg("invitation@@of"), msg("invitations@@of")])} />
      </Panel>
    );
  });
});
