import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";

export type ExportFileProps = { title: string; description: string; href: string };

/** A file of a period. */
export function ExportFile({ title, description, href }: ExportFileProps) {
  return (
    <Panel
      title={title}
      description={description}
      actions={
        <ButtonLink href={href} download="" icon={<Icon name="download" />}>
          {t("Download CSV")}
        </ButtonLink>
      }
    />
  );
}
