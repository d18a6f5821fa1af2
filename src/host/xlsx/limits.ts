/** What keeps time and memory bounded whatever a file claims. Real workbooks of the users stay a hundred times below. */
export const LIMITS = {
  /** Entries of the zip directory. */
  entries: 20_000,
  /** Declared size of all parts together, and of one part. */
  totalBytes: 512 * 1024 * 1024,
  partBytes: 128 * 1024 * 1024,
  /** XML of at least `ratioFrom` bytes never compresses this well unless it was made to. */
  ratio: 400,
  ratioFrom: 8 * 1024 * 1024,
  /** Cells, merged areas and shared strings of one workbook. */
  items: 4_000_000,
  /** Elements open at once in a part. */
  depth: 256,
  /** Characters of all expanded shared formulas; beyond, children show their master's formula. */
  formulaChars: 64 * 1024 * 1024,
} as const;
