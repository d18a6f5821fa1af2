/** Sizes in which a sheet is shown, in percent. */
export const MIN_ZOOM = 50;
export const MAX_ZOOM = 200;
const STEPS = [50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200];
/** Smaller than this, forms are hard to read: then rather scroll. */
const LEAST_FIT = 65;

export function nextZoom(percent: number, direction: 1 | -1): number {
  return direction > 0 ? (STEPS.find((step) => step > percent) ?? MAX_ZOOM) : (STEPS.filter((step) => step < percent).at(-1) ?? MIN_ZOOM);
}

/** Shows a width (pixels at 100 %) in the room there is; never larger than life. */
export function fitting(width: number, room: number): number {
  return room <= 0 || width <= 0 ? 100 : Math.min(100, Math.max(LEAST_FIT, Math.floor((room / width) * 100)));
}
