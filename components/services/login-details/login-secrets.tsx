import { SecretList } from "@/components/ui/secret-list";
import { t } from "@/lib/platform/language/t";
import type { RevealedLogin } from "@/lib/services/login-details/schema";

/** Revealed login details, each to be copied, and the note to them. */
export function LoginSecrets({ login: { username, secret, url, note } }: { login: RevealedLogin }) {
  return (
    <>
      <SecretList
        secrets={[
          { label: t("Username"), value: username },
          { label: t("Password"), value: secret },
          ...(url === null ? [] : [{ label: "URL", value: url }]),
        ]}
      />
      {note !== null && (
        <p className="mt-2 max-w-prose text-sm whitespace-pre-line wrap-anywhere text-ink-soft">{note}</p>
      )}
    </>
  );
}
