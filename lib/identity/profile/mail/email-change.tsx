import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface EmailChangeMailProps {
  readonly name: string;
  readonly oldEmail: string;
  readonly newEmail: string;
  /** Which of the two this mail goes to. */
  readonly side: "old" | "new";
  readonly hours: number;
  readonly href: string;
}

/** To both addresses of somebody who changes theirs: the change is made once both have confirmed it. */
export function EmailChangeMail({ name, oldEmail, newEmail, side, hours, href }: EmailChangeMailProps) {
  const unexpected =
    side === "old"
      ? "If you did not ask for this, do not confirm it, and change your password: somebody may know it."
      : "If you do not know what this is about, ignore it: nothing happens without you.";
  return (
    <MailLayout
      preview="Both addresses have to agree"
      heading={side === "old" ? "Change your email address?" : "Confirm your new email address"}
      footer={unexpected}
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {side === "old"
          ? "On your profile page it was asked to change the email address of your login. It changes once this address and the new one have both confirmed it."
          : "This address is to become the one of your login. It does once it and the present one have both confirmed it."}
      </MailText>
      <MailFacts
        facts={[
          ["Address now", oldEmail],
          ["Address then", newEmail],
        ]}
      />
      <MailButton href={href}>{side === "old" ? "See and confirm the change" : "Confirm this address"}</MailButton>
      <MailText quiet>The link works for {hours} hours.</MailText>
    </MailLayout>
  );
}
