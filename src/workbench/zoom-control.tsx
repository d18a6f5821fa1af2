/** 50–200 %, or as wide as fits. */
import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { AutoFitWidth20Regular, Add16Regular, Subtract16Regular } from "@fluentui/react-icons";
import { strings } from "./strings.zh-CN";
import { MAX_ZOOM, MIN_ZOOM, nextZoom } from "./zoom";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", flexShrink: 0, paddingRight: tokens.spacingHorizontalXS },
  value: { minWidth: "44px", textAlign: "center", fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
});

export interface ZoomControlProps {
  readonly percent: number;
  readonly onChange: (percent: number | "fit") => void;
}

export function ZoomControl({ percent, onChange }: ZoomControlProps) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={strings.zoom.region} className={styles.row}>
      <Button size="small" appearance="subtle" icon={<Subtract16Regular />} aria-label={strings.zoom.smaller} disabledFocusable={percent <= MIN_ZOOM} onClick={() => onChange(nextZoom(percent, -1))} />
      <span className={styles.value} aria-live="polite">
        {strings.zoom.value(percent)}
      </span>
      <Button size="small" appearance="subtle" icon={<Add16Regular />} aria-label={strings.zoom.larger} disabledFocusable={percent >= MAX_ZOOM} onClick={() => onChange(nextZoom(percent, 1))} />
      <Tooltip content={strings.zoom.fit} relationship="label">
        <Button size="small" appearance="subtle" icon={<AutoFitWidth20Regular />} onClick={() => onChange("fit")} />
      </Tooltip>
    </div>
  );
}
