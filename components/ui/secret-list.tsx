import { CopyButton } from "@/components/ui/copy-button";

export type Secret = { label: string; value: string };

/** Values that are shown on purpose: login details, a new token. Each can be copied. */
export function SecretList({ secrets }: { secrets: Secret[] }) {
  return (
    <dl className="divide-y divide-line rounded-lg border border-line-strong bg-sunken">
      {secrets.map((secret) => (
        <div key={secret.label} className="flex items-center gap-3 py-1.5 ps-3 pe-1.5">
          <div className="min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-3">
            <dt className="text-sm text-ink-soft sm:w-32 sm:shrink-0">{secret.label}</dt>
            <dd className="font-mono text-sm break-all text-ink">{secret.value}</dd>
          </div>
          <CopyButton value={secret.value} label={`Copy ${secret.label}`} />
        </div>
      ))}
    </dl>
  );
}
