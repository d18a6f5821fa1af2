/** The workbench page: picks the adapter, the pane and the sample, and starts. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import sampleAddress from "../../assets/samples/嘉定2024自评表-草稿.xlsx";
import { showNumber } from "../host/xlsx/show-number";
import { ReviewPane } from "../taskpane/review-pane";
import { App } from "./app";
import { dataBytes } from "./files";
import { openChannel } from "./worker-channel";

const sample = { name: "嘉定2024自评表-草稿.xlsx", bytes: () => dataBytes(sampleAddress) };

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App Pane={ReviewPane} showNumber={showNumber} openChannel={openChannel} sample={sample} />
    </StrictMode>,
  );
}
