import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PermissionRequestMailProps {
  readonly name: string;
  readonly asker: string;
  readonly account: string;
  readonly permission: string;
  /** What the permission allows, in one sentence. */
  readonly title: string;
  readonly message: string | null;
  readonly href: string;
}

/** To people who can grant the requested permission. */
export function PermissionRequestMail(props: PermissionRequestMailProps) {
  const { name, asker, account, permission, title, message, href } = props;
  return (
    <MailLayout
      preview={title}
      heading={`${asker} requests “${permission}”`}
      footer={`You're receiving this because you can answer access requests for ${account}.`}
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {asker} needs a permission they don't have on {account}, and is asking you to grant it.
      </MailText>
      <MailFacts
        facts={[
          ["Permission", permission],
          ["Allows", title],
          ["Message", message],
        ]}
      />
      <MailButton href={href}>Review request</MailButton>
    </MailLayout>
  );
}
