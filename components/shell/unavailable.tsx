import { MessagePage } from "@/components/shell/message-page";

/** The requested page can't be rendered now. It only says so: the browser's own button reloads it. */
export function Unavailable({ title, detail }: { title: string; detail: string }) {
  return (
    <MessagePage title={title} actions={null}>
      <p>{detail}</p>
    </MessagePage>
  );
}
