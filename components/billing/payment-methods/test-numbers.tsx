import { CopyButton } from "@/components/ui/copy-button";
import type { TestMethod } from "@/lib/billing/payment-methods/schema";
import { t } from "@/lib/platform/language/t";

/** The sandbox's test numbers, and what each one does. */
export function TestNumbers({ tests }: { tests: TestMethod[] }) {
  return (
    <ul className="divide-y divide-line">
      {tests.map(({ token, number, effect }) => (
        <li key={token} className="flex items-center justify-between gap-3 py-2">
          <span className="min-w-0">
            <span className="block font-medium text-ink tabular-nums">{number}</span>
            <span className="block text-sm text-ink-soft">{effect}</span>
          </span>
          <CopyButton value={number} label={t("Copy {number}", { number })} />
        </li>
      ))}
    </ul>
  );
}
