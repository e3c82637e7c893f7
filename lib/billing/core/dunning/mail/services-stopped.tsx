import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface ServicesStoppedProps {
  readonly accountName: string;
  readonly what: "set up" | "suspended" | "restored";
  readonly names: readonly string[];
  /** Null for recipients without a login. */
  readonly href: string | null;
}

const meaning: Record<ServicesStoppedProps["what"], string> = {
  "set up": "Setup is complete. View details in the portal.",
  suspended: "No data was deleted, but there is no access until further notice. Contact the account owner for details.",
  restored: "Everything is available again.",
};

/**
 * Tells recipients of service notifications that services were set up, suspended or restored. Gives no reason, since
 * not all of them can see billing.
 */
export function ServicesStopped({ accountName, what, names, href }: ServicesStoppedProps) {
  const one = names.length === 1;
  return (
    <MailLayout
      preview={names.join(", ")}
      heading={`${one ? names[0] : `${names.length} services`} ${one ? "was" : "were"} ${what}`}
      footer={`You're receiving this because you get service notifications for ${accountName}.`}
    >
      <MailText>{meaning[what]}</MailText>
      <MailFacts
        facts={[
          [one ? "Service" : "Services", names.join(", ")],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>View services</MailButton>}
    </MailLayout>
  );
}
