import { CopyButton } from "@/components/ui/copy-button";
import { t } from "@/lib/platform/language/t";

export type Secret = { label: string; value: string };

/** Values shown on request: login details, a new token. Each can be copied. */
export function SecretList({ secrets }: { secrets: Secret[] }) {
  return (
    <dl className="divide-y divide-line rounded-lg border border-line-strong bg-sunken">
      {secrets.map((secret) => (
        <div key={secret.label} className="px-3 py-1.5 sm:flex sm:items-center sm:gap-3">
          <dt className="text-sm text-ink-soft sm:w-32 sm:shrink-0">{secret.label}</dt>
          <dd className="flex min-w-0 flex-1 items-center justify-between gap-2">
            <span className="font-mono text-sm break-all text-ink">{secret.value}</span>
            <CopyButton value={secret.value} label={t("Copy {label}", { label: secret.label })} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
