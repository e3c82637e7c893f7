import type { Dashboard } from "@/lib/home/dashboard/schema";
import { t } from "@/lib/platform/language/t";
import type { Need, NeedsContext } from "./need";

/** Invitations to answer, and minutes to sign. */
export function meetingNeeds({ meetings }: Dashboard, { base }: NeedsContext): Need[] {
  if (meetings === undefined) return [];
  const { unanswered, unansweredCount, toSign, toSignCount } = meetings;
  const itemsOf = (shown: typeof toSign, path: string) =>
    shown.map(({ id, title }) => ({ label: title, href: `${base}/meetings/${id}${path}` }));
  return [
    ...(unansweredCount > 0
      ? [
          {
            key: "meetings-to-answer",
            icon: "calendar-clock",
            tone: "accent",
            title: t("{count, plural, one {# invitation to answer} other {# invitations to answer}}", {
              count: unansweredCount,
            }),
            href: `${base}/meetings?period=upcoming`,
            items: itemsOf(unanswered, ""),
          } satisfies Need,
        ]
      : []),
    ...(toSignCount > 0
      ? [
          {
            key: "minutes-to-sign",
            icon: "file-text",
            tone: "warning",
            title: t("Minutes of {count, plural, one {# meeting} other {# meetings}} to sign", { count: toSignCount }),
            href: `${base}/meetings?period=past`,
            items: itemsOf(toSign, "/minutes"),
          } satisfies Need,
        ]
      : []),
  ];
}
