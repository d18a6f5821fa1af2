/** Every project's total as a block on one axis: where the workbook stands, at a glance. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { GradeWord } from "../model/review";
import { LOWEST, type ScorePicture as Picture } from "./projects-view";
import { usePanelStyles } from "./pane-panel";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  figure: { margin: 0 },
  svg: { display: "block", width: "100%", maxWidth: "420px", height: "auto" },
  axis: { stroke: tokens.colorNeutralStroke1, strokeWidth: "1px" },
  tick: { fill: tokens.colorNeutralForeground3, fontSize: "9px", fontFamily: tokens.fontFamilyBase },
  优: { fill: tokens.colorPaletteGreenForeground1, color: tokens.colorPaletteGreenForeground1 },
  良: { fill: tokens.colorBrandForeground1, color: tokens.colorBrandForeground1 },
  中: { fill: tokens.colorStatusWarningForeground3, color: tokens.colorStatusWarningForeground3 },
  差: { fill: tokens.colorStatusDangerForeground1, color: tokens.colorStatusDangerForeground1 },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  swatch: { display: "inline-block", width: "8px", height: "8px", marginRight: tokens.spacingHorizontalXS, borderRadius: "2px", backgroundColor: "currentcolor", forcedColorAdjust: "none" },
  legendText: { color: tokens.colorNeutralForeground2 },
});

const WIDTH = 288;
const BARS = 44;
const HEIGHT = BARS + 14;
const TALLEST_BLOCK = 7;

export function ScorePicture({ picture }: { readonly picture: Picture }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const text = strings.projects;
  const label = text.picture(picture.count, picture.low, picture.high, picture.gradeCounts.map(({ grade, count }) => text.gradeCount(grade, count)).join(strings.listComma));
  const lowest = picture.bins[0]?.from ?? null;
  // Close to the top the points are worth more room.
  const from = lowest !== null && lowest >= 80 ? 80 : LOWEST;
  const below = lowest === null ? 1 : 0;
  const column = WIDTH / (100 - from + 1 + below);
  const xOf = (bin: number | null): number => (bin === null ? 0 : (bin - from + below) * column);
  const unit = Math.min(TALLEST_BLOCK, BARS / Math.max(...picture.bins.map((bin) => bin.grades.length)));
  const gap = unit >= 4 ? 1 : 0;
  return (
    <figure className={styles.figure}>
      <svg className={styles.svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {picture.bins.flatMap(({ from: bin, grades }) =>
          grades.map((grade, i) => <rect key={`${bin}-${i}`} className={styles[grade]} x={xOf(bin) + 1} y={BARS - (i + 1) * unit} width={Math.max(column - 2, 1)} height={unit - gap} rx={gap} />),
        )}
        <line className={styles.axis} x1={0} x2={WIDTH} y1={BARS + 0.5} y2={BARS + 0.5} />
        {ticks(from).map((tick) => (
          <text key={tick} className={styles.tick} x={tick === 100 ? WIDTH : xOf(tick)} y={HEIGHT - 3} textAnchor={tick === 100 ? "end" : "start"}>
            {tick}
          </text>
        ))}
      </svg>
      <figcaption className={mergeClasses(styles.legend, panel.quiet)} aria-hidden>
        {picture.gradeCounts.map(({ grade, count }) => (
          <span key={grade} className={styles[grade as GradeWord]}>
            <span className={styles.swatch} />
            <span className={styles.legendText}>{text.gradeCount(grade, count)}</span>
          </span>
        ))}
        <span>{picture.low === picture.high ? picture.low : `${picture.low}–${picture.high}`}</span>
      </figcaption>
    </figure>
  );
}

function ticks(from: number): number[] {
  return from === 80 ? [80, 85, 90, 95, 100] : [60, 70, 80, 90, 100];
}
