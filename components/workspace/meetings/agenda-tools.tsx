import { ButtonLink } from "@/components/ui/button-link";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";
import { ItemFields } from "./item-fields";
import { PaperForm } from "./paper-form";

type Adding = { action: FormAction; idempotencyKey: string } | null;
type Props = { meeting: MeetingView; add: Adding; addPaper: Adding; attachHref: string | null };

/** What can be added to an agenda, folded until it is needed. */
export const AgendaTools = ({ meeting, add, addPaper, attachHref }: Props) => (
  <>
    {add && (
      <FoldedPanel title={t("Add an item")}>
        <OperationForm
          action={add.action}
          idempotencyKey={add.idempotencyKey}
          hidden={{ meetingId: meeting.id }}
          submitLabel={t("Add item")}
          doneMessage={t("The item is added.")}
          resetOnDone
        >
          <ItemFields meeting={meeting} />
        </OperationForm>
      </FoldedPanel>
    )}
    {addPaper && (
      <FoldedPanel title={t("Add a paper")}>
        <PaperForm meeting={meeting} add={addPaper.action} idempotencyKey={addPaper.idempotencyKey} />
      </FoldedPanel>
    )}
    {attachHref && (
      <div>
        <ButtonLink href={attachHref} icon={<Icon name="paperclip" />}>
          {t("Attach a document to the meeting")}
        </ButtonLink>
      </div>
    )}
  </>
);
