/** The page inside Excel: picks the adapter, wires the ribbon to the pane's session, and starts. */
import { createRoot } from "react-dom/client";
import { registerRibbon } from "../commands/ribbon";
import { showNumber } from "../host/number-text";
import { createOfficeHost } from "../host/office/office-host";
import { FaultError } from "../model/fault";
import type { LoadCore } from "./core";
import { OfficePane } from "./office-pane";
import { readOfficeTheme } from "./office-theme";
import type { RunSelfTest } from "./self-test";
import { ReviewSession } from "./session";
import { strings } from "./strings.zh-CN";

/** A file of its own: the pane is on the screen before it is read. After a failure webpack asks for it again. */
const loadCore: LoadCore = () => import(/* webpackChunkName: "core" */ "./whole-core");

/** The same, for those who ask for it. The panel itself is no part of it: a component shared by two files costs the pane 36 KB. */
const selfTest: RunSelfTest = async (onProgress) => {
  const { selfTestFile } = await import(/* webpackChunkName: "self-test" */ "../host/office/self-test/file").catch((cause: unknown) => {
    throw new FaultError("not-found", strings.fault.coreMissing, { cause });
  });
  return selfTestFile(onProgress);
};

async function start(root: HTMLElement): Promise<void> {
  await Office.onReady();
  const host = createOfficeHost();
  const session = new ReviewSession(host, showNumber, loadCore);
  createRoot(root).render(<OfficePane host={host} showNumber={showNumber} loadCore={loadCore} session={session} readTheme={readOfficeTheme} selfTest={selfTest} />);
  registerRibbon({
    run: () => session.run(),
    toggleMarks: () => session.setMarks(!session.snapshot().marksShown),
    undo: () => session.undo(),
    failed: (error) => session.report(error),
  });
}

const root = document.getElementById("root");
if (root) {
  start(root).catch((error: unknown) => {
    // Before there is a pane: an Excel that is too old, or a mistake of ours. Either way in plain words.
    root.textContent = error instanceof FaultError ? error.fault.message : String(error);
  });
}
