"use client";

import { useEffect, useState } from "react";
import { Callout } from "@/components/ui/callout";
import { formatRelativeTime } from "@/lib/platform/kernel/format-relative-time";
import { t } from "@/lib/platform/language/t";

export type Looker = { name: string; since: string; writing: boolean };

export type TicketLookersProps = {
  initial: Looker[];
  /** The address in the API that says who else has the ticket open. */
  endpoint: string;
};

const EVERY_MS = 20_000;

/** Tells who else of staff has this ticket open, and says that one has it open oneself while the page is seen. */
export function TicketLookers({ initial, endpoint }: TicketLookersProps) {
  const [others, setOthers] = useState(initial);

  useEffect(() => {
    let wrote = false;
    const note = ({ target }: Event) => {
      if (target instanceof HTMLTextAreaElement) wrote = true;
    };
    async function look() {
      if (document.visibilityState === "hidden") return;
      const writing = wrote;
      wrote = false;
      try {
        const answer = await fetch(`${endpoint}?writing=${writing}`, { signal: AbortSignal.timeout(10_000) });
        if (answer.ok) setOthers(((await answer.json()) as { others: Looker[] }).others);
      } catch {
        // The next time comes soon.
      }
    }
    const timer = setInterval(() => void look(), EVERY_MS);
    document.addEventListener("input", note);
    return () => {
      clearInterval(timer);
      document.removeEventListener("input", note);
    };
  }, [endpoint]);

  return (
    <div role="status" className="empty:-mb-4">
      {others.length > 0 && (
        <Callout kind="warning">
          <ul>
            {others.map(({ name, since, writing }) => (
              <li key={name + since} suppressHydrationWarning>
                {writing
                  ? t("{name} is writing", { name })
                  : t("{name} opened this {time}", { name, time: formatRelativeTime(new Date(since), new Date()) })}
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  );
}
