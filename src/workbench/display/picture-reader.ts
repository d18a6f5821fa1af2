/**
 * The pictures of a sheet, from its drawing part. Only what lies in the file, only PNG, JPEG and GIF (an SVG is a document that
 * may hold anything), and no more than a page can show without harm. What cannot be read is left out: the cells are what counts.
 */
import { FaultError } from "../../model/fault";
import { MAX_COL, MAX_ROW } from "../../model/address";
import type { Parts } from "../../host/xlsx/package/parts";
import { attribute, isTrue, parseTree, type XmlElement } from "../../host/xlsx/xml/tree";
import { find } from "./colors";
import { imageHead } from "./image-head";
import { type Corner, type Image, NO_PICTURES, type Picture, type SheetPictures } from "./picture";

const DRAWING_BYTES = 4 * 1024 * 1024;
const IMAGE_BYTES = 8 * 1024 * 1024;
const ALL_BYTES = 32 * 1024 * 1024;
/** What images become when they are decoded: four bytes each. */
const ALL_PIXELS = 60_000_000;
const MOST_PICTURES = 200;
/** Lengths of drawings: 914,400 to the inch, 96 pixels to the inch. */
const UNITS_PER_PIXEL = 9_525;
const LARGEST = 20_000;

export function readPictures(parts: Parts, sheetPart: string): SheetPictures {
  const pictures = readable(() => {
    const drawing = parts.relationships(sheetPart).find(({ kind }) => kind === "drawing")?.target ?? null;
    return drawing !== null && parts.has(drawing) && parts.archive.sizeOf(drawing) <= DRAWING_BYTES ? new Reading(parts, drawing).run() : null;
  });
  return pictures ?? NO_PICTURES;
}

class Reading {
  private readonly images: Image[] = [];
  /** By part; null for those that are not shown. */
  private readonly indexes = new Map<string, number | null>();
  private bytes = 0;
  private pixels = 0;

  constructor(
    private readonly parts: Parts,
    private readonly drawing: string,
  ) {}

  run(): SheetPictures {
    const pictures: Picture[] = [];
    for (const anchor of parseTree(this.parts.text(this.drawing), this.drawing).children) {
      if (pictures.length >= MOST_PICTURES) break;
      const picture = this.picture(anchor);
      if (picture) pictures.push(picture);
    }
    return { images: this.images, pictures };
  }

  private picture(anchor: XmlElement): Picture | null {
    const element = find(anchor, "pic");
    const properties = find(element, "nvPicPr", "cNvPr");
    const place = placeOf(anchor);
    if (!element || !place || isTrue(properties ? attribute(properties, "hidden") : null)) return null;
    const fill = find(element, "blipFill");
    const embedded = find(fill, "blip")?.attributes.find(({ name, uri }) => name === "embed" && uri.endsWith("/relationships"))?.value;
    const image = embedded === undefined ? null : this.image(embedded);
    return image === null ? null : { image, ...place, crop: cropOf(find(fill, "srcRect")), description: (properties ? attribute(properties, "descr") : null) ?? "" };
  }

  private image(id: string): number | null {
    // Null as well for what lies outside of the file.
    const part = this.parts.relationships(this.drawing).find((relationship) => relationship.id === id && relationship.kind === "image")?.target ?? null;
    if (part === null || !this.parts.has(part)) return null;
    let index = this.indexes.get(part);
    if (index === undefined) {
      index = this.load(part);
      this.indexes.set(part, index);
    }
    return index;
  }

  private load(part: string): number | null {
    const size = this.parts.archive.sizeOf(part);
    if (size > IMAGE_BYTES || this.bytes + size > ALL_BYTES) return null;
    const bytes = readable(() => this.parts.archive.read(part));
    const head = bytes && imageHead(bytes);
    if (!bytes || !head || this.pixels + head.width * head.height > ALL_PIXELS) return null;
    this.bytes += size;
    this.pixels += head.width * head.height;
    // A copy: what is stored uncompressed is a view of the whole file.
    return this.images.push({ bytes: new Uint8Array(bytes), type: head.type }) - 1;
  }
}

function placeOf(anchor: XmlElement): Pick<Picture, "from" | "to"> | null {
  const from = find(anchor, "from");
  const to = find(anchor, "to");
  const size = find(anchor, "ext");
  const extent = size ? { width: pixels(attribute(size, "cx")), height: pixels(attribute(size, "cy")) } : null;
  if (anchor.name === "twoCellAnchor" && from && to) return { from: corner(from), to: corner(to) };
  if (anchor.name === "oneCellAnchor" && from && extent) return { from: corner(from), to: extent };
  const position = find(anchor, "pos");
  if (anchor.name === "absoluteAnchor" && position && extent) return { from: { row: 1, col: 1, x: pixels(attribute(position, "x")), y: pixels(attribute(position, "y")) }, to: extent };
  return null;
}

/** Rows and columns count from 0 in drawings. */
function corner(element: XmlElement): Corner {
  const number = (name: string): number => parseInt(find(element, name)?.text ?? "", 10) || 0;
  const within = (value: number, most: number): number => Math.min(most, Math.max(1, value + 1));
  return { row: within(number("row"), MAX_ROW), col: within(number("col"), MAX_COL), x: pixels(find(element, "colOff")?.text ?? null), y: pixels(find(element, "rowOff")?.text ?? null) };
}

function pixels(units: string | null): number {
  const value = parseInt(units ?? "", 10) / UNITS_PER_PIXEL;
  return value > 0 ? Math.min(LARGEST, value) : 0;
}

/** In thousandths of a percent. What would leave nothing of the image is no crop. */
function cropOf(rectangle: XmlElement | undefined): Picture["crop"] {
  const share = (name: string): number => Math.max(0, parseInt((rectangle ? attribute(rectangle, name) : null) ?? "0", 10) / 100_000 || 0);
  const crop = { top: share("t"), right: share("r"), bottom: share("b"), left: share("l") };
  return crop.top + crop.bottom < 0.99 && crop.left + crop.right < 0.99 ? crop : { top: 0, right: 0, bottom: 0, left: 0 };
}

/** Null where the file is at fault; mistakes of ours come through. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FaultError) return null;
    throw error;
  }
}
