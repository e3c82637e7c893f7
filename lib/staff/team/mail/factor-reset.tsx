import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { momentInWords } from "@/lib/platform/mail/templates/moment-in-words";

interface FactorResetMailProps {
  readonly name: string;
  /** The reader is the one whose factors they are. */
  readonly own: boolean;
  readonly done: boolean;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
  readonly href: string;
}

/** To a colleague whose two-factor sign-in a manager removes, and to the other managers. */
export function FactorResetMail({ name, own, done, by, reason, at, href }: FactorResetMailProps) {
  return (
    <MailLayout
      preview={reason}
      heading={
        done
          ? t("Two-factor sign-in of {name} was removed", { name })
          : t("{by} asks to remove two-factor sign-in of {name}", { by, name })
      }
      footer={
        own ? t("You're receiving this because your login was changed.") : t("You're receiving this as a manager.")
      }
    >
      <MailText>{whatHappened(own, done, name)}</MailText>
      <MailFacts
        facts={[
          [t("By"), by],
          [t("When"), momentInWords(at)],
          [t("Reason"), reason],
        ]}
      />
      <MailText>
        {own
          ? t("If you didn't ask for this, tell another manager at once.")
          : t("If {name} didn't ask for this, talk to {by} at once.", { name, by })}
      </MailText>
      <MailButton href={href}>
        {own ? t("Set up two-factor sign-in") : t("Open the page of {name}", { name })}
      </MailButton>
    </MailLayout>
  );
}

function whatHappened(own: boolean, done: boolean, name: string): string {
  if (!done)
    return own
      ? t("Nothing is removed until a second manager confirms it. A request ends after a day.")
      : t("{name} is a manager, so a second manager has to confirm it. The request ends after a day.", { name });
  return own
    ? t("Your factors and recovery codes were removed, and your sessions ended. Your password still works.")
    : t("{name}'s factors and recovery codes were removed, and their sessions ended.", { name });
}
