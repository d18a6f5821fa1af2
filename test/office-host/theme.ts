/** The colours of Excel's own window, as `Office.context.officeTheme` gives them. */
export interface OfficeThemeColors {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export const LIGHT_THEME: OfficeThemeColors = {
  bodyBackgroundColor: "#FFFFFF",
  bodyForegroundColor: "#262626",
  controlBackgroundColor: "#E6E6E6",
  controlForegroundColor: "#262626",
};

export const DARK_THEME: OfficeThemeColors = {
  bodyBackgroundColor: "#262626",
  bodyForegroundColor: "#FFFFFF",
  controlBackgroundColor: "#444444",
  controlForegroundColor: "#FFFFFF",
};
