/** Which icons there are. `npx tsx test/manifest/render-icons.ts` draws them from assets/icon-source/. */

/** The add-in itself, in every size that Office, catalogs and the pages ask for. */
export const APP_ICON_SIZES: readonly number[] = [16, 32, 64, 80, 128];

/** A ribbon button wants these three. */
export const BUTTON_ICON_SIZES: readonly number[] = [16, 32, 80];

export interface Icon {
  /** Below assets/. */
  readonly file: string;
  readonly source: string;
  readonly size: number;
}

export const ICONS: readonly Icon[] = [
  ...APP_ICON_SIZES.map((size): Icon => ({ file: `icon-${size}.png`, source: "icon-source/app.svg", size })),
  ...["run", "pane", "marks", "undo"].flatMap((name) => BUTTON_ICON_SIZES.map((size): Icon => ({ file: `icon-${name}-${size}.png`, source: `icon-source/${name}.svg`, size }))),
];
