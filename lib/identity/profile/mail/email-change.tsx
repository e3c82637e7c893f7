import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface EmailChangeMailProps {
  readonly name: string;
  readonly oldEmail: string;
  readonly newEmail: string;
  /** Which of the two addresses this email goes to. */
  readonly side: "old" | "new";
  readonly hours: number;
  readonly href: string;
}

/** To both addresses of a pending email change, which takes effect once both are confirmed. */
export function EmailChangeMail({ name, oldEmail, newEmail, side, hours, href }: EmailChangeMailProps) {
  const unexpected =
    side === "old"
      ? "If you didn't request this, don't confirm it and change your password. Someone else may know it."
      : "If you don't recognise this, you can ignore this email.";
  return (
    <MailLayout
      preview="Both addresses need to confirm the change"
      heading={side === "old" ? "Confirm the change of your email address" : "Confirm your new email address"}
      footer={unexpected}
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {side === "old"
          ? "You requested to change the email address of your login. The change takes effect once both this address and the new one are confirmed."
          : "This address will become the email address of your login once both it and the current one are confirmed."}
      </MailText>
      <MailFacts
        facts={[
          ["Current address", oldEmail],
          ["New address", newEmail],
        ]}
      />
      <MailButton href={href}>{side === "old" ? "Confirm change" : "Confirm address"}</MailButton>
      <MailText quiet>This link expires in {hours} hours.</MailText>
    </MailLayout>
  );
}
