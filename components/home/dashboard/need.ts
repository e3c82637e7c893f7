import type { IconName } from "@/components/ui/icon-names";
import type { Tone } from "@/components/ui/tone";

/** One thing that needs the viewer's attention, with its link. */
export type Need = {
  key: string;
  icon: IconName;
  tone: Tone;
  /** What needs attention, with its count. */
  title: string;
  detail?: string;
  href: string;
  /** Direct links to the first few. */
  items?: { label: string; href: string }[];
};

export type NeedsContext = { base: string; now: Date; format: { locale: string; timeZone: string } };
