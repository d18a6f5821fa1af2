/** Unsaved work is never thrown away without a question. */
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { strings } from "./strings.zh-CN";
import type { Desk } from "./use-desk";

export function DiscardDialog({ desk }: { readonly desk: Desk }) {
  return (
    <Dialog open={desk.asked !== null} modalType="alert" onOpenChange={(_, { open }) => !open && desk.answer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{strings.discard.title}</DialogTitle>
          <DialogContent>{strings.discard.text(desk.open?.name ?? "")}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => desk.answer(false)}>
              {strings.discard.stay}
            </Button>
            <Button onClick={() => desk.answer(true)}>{strings.discard.go}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
