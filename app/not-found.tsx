import type { Metadata } from "next";
import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Not found" };

/** The same for what does not exist and for what the viewer may not know of. */
export default function NotFound() {
  return (
    <MessagePage title="There is nothing at this address" actions={<ButtonLink href="/">Go to the start</ButtonLink>}>
      <p>It may have been removed, or it belongs to an account that you are not a contact of.</p>
    </MessagePage>
  );
}
