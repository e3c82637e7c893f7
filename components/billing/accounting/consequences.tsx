import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";

export type ConsequencesProps = { danger?: boolean; items: { key: string; text: ReactNode }[] };

/** What a form will bring about, before it asks. */
export function Consequences({ danger, items }: ConsequencesProps) {
  return (
    <Callout kind={danger ? "warning" : "info"} title="What will happen">
      <ul className="list-disc ps-4">
        {items.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Callout>
  );
}
