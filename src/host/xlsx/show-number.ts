/** How numbers of a workbook look, for the faces over .xlsx files: they know this room and not its neighbours. */
export { showNumber } from "../number-text";
