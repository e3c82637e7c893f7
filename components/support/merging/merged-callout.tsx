import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { rich } from "@/lib/platform/language/rich";

export type MergedCalloutProps = {
  into: { id: string; number: number };
  /** The path of the account's tickets. */
  list: string;
};

/** On a merged ticket: where its conversation goes on. */
export const MergedCallout = ({ into, list }: MergedCalloutProps) => (
  <Callout>
    {rich("This ticket was merged into {ticket}. A reply continues there.", {
      ticket: <TextLink href={`${list}/${into.id}`}>{`#${into.number}`}</TextLink>,
    })}
  </Callout>
);
