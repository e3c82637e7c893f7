import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface GroupInvitationProps {
  readonly invitedBy: string;
  readonly group: { readonly name: string; readonly description: string };
  readonly accountName: string;
  readonly href: string;
}

/** Somebody was invited to a discussion group. */
export function GroupInvitation({ invitedBy, group, accountName, href }: GroupInvitationProps) {
  const heading = t("{name} invited you to {group}", { name: invitedBy, group: group.name });
  return (
    <MailLayout
      preview={group.description || heading}
      heading={heading}
      footer={t("You're receiving this because {name} invited you to a discussion group.", { name: invitedBy })}
    >
      <MailFacts
        facts={[
          [t("Group"), group.name],
          [t("Account"), accountName],
        ]}
      />
      {group.description && <MailText>{group.description}</MailText>}
      <MailText>{t("Join the group to follow what is written in it.")}</MailText>
      <MailButton href={href}>{t("Open the group")}</MailButton>
    </MailLayout>
  );
}
