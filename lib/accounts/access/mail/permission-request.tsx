import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PermissionRequestMailProps {
  readonly name: string;
  readonly asker: string;
  readonly account: string;
  readonly permission: string;
  /** What the permission allows, in a sentence. */
  readonly title: string;
  readonly message: string | null;
  readonly href: string;
}

/** To those who could give somebody the permission they ask for. */
export function PermissionRequestMail(props: PermissionRequestMailProps) {
  const { name, asker, account, permission, title, message, href } = props;
  return (
    <MailLayout
      preview={title}
      heading={`${asker} asks for “${permission}”`}
      footer={`You get this because you can answer requests on the account of ${account}.`}
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {asker} came to a page of {account} that takes a permission they do not have, and asks for it.
      </MailText>
      <MailFacts
        facts={[
          ["Permission", permission],
          ["What it allows", title],
          ["Their words", message],
        ]}
      />
      <MailButton href={href}>Answer the request</MailButton>
    </MailLayout>
  );
}
