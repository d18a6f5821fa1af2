import { XlsxHost } from "../../src/host/xlsx/xlsx-host";
import type { WorkbookHost } from "../../src/host/port";
import { closeAll, openInExcel } from "../office-adapter/open-host";
import type { Edition } from "../office-host/requirement-sets";
import type { EmulatedWorkbook } from "../office-host/workbook-model";
import { workbookFromGrid } from "../office-host/workbook-source";
import { describeHostContract } from "./host-contract";

afterEach(closeAll);

const editions: readonly Edition[] = ["excel-2021", "excel-2024", "microsoft-365-1.20", "microsoft-365"];

for (const edition of editions) {
  const workbooks = new Map<WorkbookHost, EmulatedWorkbook>();
  const openWorkbook = async (workbook: EmulatedWorkbook): Promise<WorkbookHost> => {
    const { office } = await openInExcel(workbook, { edition });
    workbooks.set(office, workbook);
    return office;
  };
  describeHostContract(`Excel, ${edition}`, async (bytes) => openWorkbook(workbookFromGrid(await XlsxHost.open(bytes).read())), {
    // The pane was closed, the workbook saved; later both come back.
    reopen: async (host) => {
      const workbook = workbooks.get(host);
      if (!workbook) throw new Error("another host");
      return openWorkbook(workbook);
    },
  });
}
