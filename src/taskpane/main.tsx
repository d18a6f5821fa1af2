/** The page inside Excel: picks the adapter, wires the ribbon to the pane's session, and starts. */
import { createRoot } from "react-dom/client";
import { registerRibbon } from "../commands/ribbon";
import { showNumber } from "../host/number-text";
import { createOfficeHost } from "../host/office/office-host";
import { FaultError } from "../model/fault";
import { OfficePane } from "./office-pane";
import { readOfficeTheme } from "./office-theme";
import { ReviewSession } from "./session";

async function start(root: HTMLElement): Promise<void> {
  await Office.onReady();
  const host = createOfficeHost();
  const session = new ReviewSession(host, showNumber);
  createRoot(root).render(<OfficePane host={host} showNumber={showNumber} session={session} readTheme={readOfficeTheme} />);
  registerRibbon({
    run: () => session.run(),
    toggleMarks: () => session.setMarks(!session.snapshot().marksShown),
    undo: () => session.undo(),
  });
}

const root = document.getElementById("root");
if (root) {
  start(root).catch((error: unknown) => {
    // Before there is a pane: an Excel that is too old, or a mistake of ours. Either way in plain words.
    root.textContent = error instanceof FaultError ? error.fault.message : String(error);
  });
}
