import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { Telling } from "@/lib/workspace/discussions/schema";

export const levelWords = {
  all: msg("Every post"),
  mentions: msg("Only posts that mention me"),
  none: msg("Nothing"),
};

export const frequencyWords = {
  atOnce: msg("At once"),
  daily: msg("Once a day"),
  weekly: msg("Once a week"),
};

/** What the viewer gets of a thread, and why. */
export function tellingInWords({ level, frequency, because }: Telling, group: string): string {
  const why = {
    thread: t("You chose this for this thread."),
    group: t("You chose this for {group}.", { group }),
    mention: t("This is what everyone gets who hasn't joined {group}.", { group }),
  }[because];
  if (level === "none") return `${t("You get no notifications about this thread.")} ${why}`;
  const what = {
    all: {
      atOnce: t("You get an email about every post."),
      daily: t("You get a daily email about new posts."),
      weekly: t("You get a weekly email about new posts."),
    },
    mentions: {
      atOnce: t("You get an email when a post mentions you."),
      daily: t("You get a daily email if a post mentions you."),
      weekly: t("You get a weekly email if a post mentions you."),
    },
  }[level][frequency];
  return `${what} ${why}`;
}
