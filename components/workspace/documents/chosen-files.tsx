import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

type ChosenFilesProps = {
  /** Of the form that the ticks of the files belong to. */
  id: string;
  documents: string;
  from: string;
  moving: boolean;
  zipping: boolean;
};

/** The chosen files go to the page that asks where to, or to that of ZIP files. */
export const ChosenFiles = ({ id, documents, from, moving, zipping }: ChosenFilesProps) => (
  <form
    id={id}
    action={moving ? `${documents}/move` : `${documents}/zip`}
    method="get"
    className="flex flex-wrap gap-2"
  >
    <input type="hidden" name="at" value={from} />
    {moving && (
      <button type="submit" className={buttonClass("secondary", "sm", "text")}>
        <Icon name="folder-input" />
        {t("Move chosen files")}
      </button>
    )}
    {zipping && (
      <button type="submit" formAction={`${documents}/zip`} className={buttonClass("secondary", "sm", "text")}>
        <Icon name="download" />
        {t("Chosen files as ZIP")}
      </button>
    )}
  </form>
);
