import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { t } from "@/lib/platform/language/t";

export type ConsequencesProps = { danger?: boolean; items: { key: string; text: ReactNode }[] };

/** What submitting a form will do, shown before the user confirms. */
export function Consequences({ danger, items }: ConsequencesProps) {
  return (
    <Callout kind={danger ? "warning" : "info"} title={t("What happens next")}>
      <ul className="list-disc ps-4">
        {items.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Callout>
  );
}
