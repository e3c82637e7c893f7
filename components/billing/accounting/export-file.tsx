import { Download } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/panel";

export type ExportFileProps = { title: string; description: string; href: string };

/** A file of a period. */
export function ExportFile({ title, description, href }: ExportFileProps) {
  return (
    <Panel
      title={title}
      description={description}
      actions={
        <ButtonLink href={href} download="" icon={<Download />}>
          Download CSV
        </ButtonLink>
      }
    />
  );
}
