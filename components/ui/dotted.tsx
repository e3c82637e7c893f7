import { Children, Fragment, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export type DottedProps = { className?: string; children: ReactNode };

/** Facts one after another with a dot between them. A line that breaks neither begins nor ends with one. */
export const Dotted = ({ className, children }: DottedProps) => (
  <span className={cx("dotted", className)}>
    <span>
      {Children.toArray(children).map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have no other key and keep their order
        <Fragment key={index}>
          {index > 0 && " "}
          <span>
            {index > 0 && <span className="dot">{"· "}</span>}
            {fact}
          </span>
        </Fragment>
      ))}
    </span>
  </span>
);
