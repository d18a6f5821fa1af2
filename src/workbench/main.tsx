/** The workbench page: picks the adapter, the pane and the sample, and starts. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import sampleAddress from "../../assets/samples/嘉定2024自评表-草稿.xlsx";
import { showNumber } from "../host/xlsx/show-number";
import { ReviewPane } from "../taskpane/review-pane";
import * as wholeCore from "../taskpane/whole-core";
import { App } from "./app";
import type { PaneProps } from "./document-view";
import { dataBytes } from "./files";
import type { OpenEngine } from "./recalculator";
import { openChannel } from "./worker-channel";

const sample = { name: "嘉定2024自评表-草稿.xlsx", bytes: () => dataBytes(sampleAddress) };

// In the page's one script: what every page needs is there when it opens.
const loadCore = (): Promise<typeof wholeCore> => Promise.resolve(wholeCore);
const Pane = (props: PaneProps) => <ReviewPane {...props} loadCore={loadCore} />;

// A script of its own, a megabyte of it: most workbooks have no formulas.
const openEngine: OpenEngine = async () => (await import(/* webpackChunkName: "recalculation" */ "./engine-channel")).openEngineChannel();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App Pane={Pane} showNumber={showNumber} openChannel={openChannel} openEngine={openEngine} sample={sample} />
    </StrictMode>,
  );
}
