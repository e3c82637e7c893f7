import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface ServicesStoppedProps {
  readonly accountName: string;
  readonly what: "set up" | "suspended" | "restored";
  readonly names: readonly string[];
  /** Null for readers who cannot sign in. */
  readonly href: string | null;
}

const meaning: Record<ServicesStoppedProps["what"], string> = {
  "set up": "From now on it runs. What there is to know of it is in the portal.",
  suspended:
    "Nothing was deleted, but until further notice nobody can reach it. The owner of the account can tell you more.",
  restored: "All is as it was before.",
};

/** Services that begin, stop or run again, to those who get service notices. It does not say why: not all of them may know. */
export function ServicesStopped({ accountName, what, names, href }: ServicesStoppedProps) {
  const one = names.length === 1;
  return (
    <MailLayout
      preview={names.join(", ")}
      heading={`${one ? names[0] : `${names.length} services`} ${one ? "was" : "were"} ${what}`}
      footer={`You get this because you receive service notices of ${accountName}.`}
    >
      <MailText>{meaning[what]}</MailText>
      <MailFacts
        facts={[
          [one ? "Service" : "Services", names.join(", ")],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>See the services</MailButton>}
    </MailLayout>
  );
}
