import { Button } from "@/components/ui/button";
import { FilterDate } from "@/components/ui/filter-date";
import { Panel } from "@/components/ui/panel";

export type ExportFormProps = {
  title: string;
  description: string;
  action: string;
  days: { from: string; to: string };
};

/** Exports a period as a file. A plain GET form, so the browser downloads it. */
export function ExportForm({ title, description, action, days }: ExportFormProps) {
  return (
    <Panel title={title} description={description}>
      <form action={action} aria-label={title} className="flex flex-wrap items-center gap-3">
        <FilterDate name="from" label="From" value={days.from} />
        <FilterDate name="to" label="to" value={days.to} />
        <Button type="submit">Download CSV</Button>
      </form>
    </Panel>
  );
}
