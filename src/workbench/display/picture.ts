/** Pictures that lie over a sheet, as plain values that cross from the worker to the page. */

export interface SheetPictures {
  readonly images: readonly Image[];
  readonly pictures: readonly Picture[];
}

export interface Image {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: "image/png" | "image/jpeg" | "image/gif";
}

export interface Picture {
  /** Index into the images: one may be shown many times. */
  readonly image: number;
  readonly from: Corner;
  /** Where it ends, or how large it is in pixels at 100 %. */
  readonly to: Corner | { readonly width: number; readonly height: number };
  /** How much of the image is cut off at each side, as a share of its size. */
  readonly crop: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** What the author wrote about it for those who cannot see it; "" for nothing. */
  readonly description: string;
}

/** A place inside a cell, in pixels at 100 % from the cell's corner. */
export interface Corner {
  readonly row: number;
  readonly col: number;
  readonly x: number;
  readonly y: number;
}

export const NO_PICTURES: SheetPictures = { images: [], pictures: [] };
