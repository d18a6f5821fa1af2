/** A sheet of the open workbook as it is now, and the pictures over it. */
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Mark } from "../model/write-plan";
import type { ShowNumber } from "../host/port";
import type { SheetPictures } from "./display/picture";
import type { PlacedPictures } from "./sheet/pictures";
import { SheetModel } from "./sheet/sheet-model";
import type { WorkerHost } from "./worker-host";

export interface ShownSheet {
  readonly sheet: SheetModel;
  readonly marks: readonly Mark[];
}

/** Null until it has been read. */
export function useSheetModel(host: WorkerHost, index: number, showNumber: ShowNumber, failed: (error: unknown) => void): ShownSheet | null {
  const revision = useSyncExternalStore(host.onView, () => host.revision);
  const [loaded, setLoaded] = useState(0);
  const view = host.sheetViewNow(index);
  const { grid, display } = view ?? {};
  useEffect(() => {
    if (grid) return;
    let wanted = true;
    host.sheetView(index).then(
      () => wanted && setLoaded((count) => count + 1),
      (error: unknown) => wanted && failed(error),
    );
    return () => {
      wanted = false;
    };
  }, [host, index, grid, revision, loaded, failed]);
  const sheet = useMemo(() => (grid && display ? new SheetModel({ grid, display, looks: host.looks, showNumber }) : null), [host, grid, display, showNumber]);
  const marks = host.marks;
  return useMemo(() => (sheet ? { sheet, marks } : null), [sheet, marks]);
}

/** Read anew for each sheet that is shown: only its own pictures are kept. */
export function usePictures(host: WorkerHost, index: number, failed: (error: unknown) => void): PlacedPictures {
  const [found, setFound] = useState<{ readonly index: number; readonly placed: PlacedPictures } | null>(null);
  useEffect(() => {
    let wanted = true;
    let addresses: readonly string[] = [];
    const take = ({ images, pictures }: SheetPictures): void => {
      // Nearly all sheets have none: nothing to draw again for.
      if (!wanted || pictures.length === 0) return;
      addresses = images.map(({ bytes, type }) => URL.createObjectURL(new Blob([bytes], { type })));
      setFound({ index, placed: { addresses, pictures } });
    };
    host.pictures(index).then(take, (error: unknown) => wanted && failed(error));
    return () => {
      wanted = false;
      for (const address of addresses) URL.revokeObjectURL(address);
    };
  }, [host, index, failed]);
  return found?.index === index ? found.placed : NONE;
}

const NONE: PlacedPictures = { addresses: [], pictures: [] };
