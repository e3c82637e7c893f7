import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export type MergedCalloutProps = {
  id?: string;
  /** Null if the viewer doesn't see it. */
  into: { id: string; number: number } | null;
  /** The path of the account's tickets. */
  list: string;
};

/** On a merged ticket: where its conversation goes on. */
export const MergedCallout = ({ id, into, list }: MergedCalloutProps) => (
  <div id={id}>
    <Callout>
      {into
        ? rich("This ticket was merged into {ticket}. Replies and ratings go there.", {
            ticket: <TextLink href={`${list}/${into.id}`}>{`#${into.number}`}</TextLink>,
          })
        : t("This ticket was merged into another. Replies continue there.")}
    </Callout>
  </div>
);
