/**
 * Which Excel is needed. One table, compared by test/manifest with the manifest's minimum set and with what the code of this
 * folder really uses according to Microsoft's typings.
 */

/** Everything not listed as optional must exist in this set. */
export const FLOOR = "1.9";

/** Used only where the host has them; the members are named as in the typings. */
export const OPTIONAL = {
  mergedAreas: { set: "1.13", members: ["Range.getMergedAreasOrNullObject"] },
  triggerSource: { set: "1.14", members: ["WorksheetChangedEventArgs.triggerSource"] },
  /** The self-test only asks how it answers. */
  typedValues: { set: "1.16", members: ["Range.valuesAsJson"] },
  undoGroups: { set: "1.20", members: ["RunOptions.mergeUndoGroup"] },
} as const;

export type OptionalFeature = keyof typeof OPTIONAL;

export function hasFloor(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", FLOOR);
}

export function has(feature: OptionalFeature): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", OPTIONAL[feature].set);
}
