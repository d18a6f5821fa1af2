/** Files dropped anywhere on the page; without this the browser would leave the page and show the file. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  area: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  veil: {
    position: "absolute",
    inset: 0,
    zIndex: 50,
    display: "grid",
    placeItems: "center",
    pointerEvents: "none",
    backgroundColor: tokens.colorBackgroundOverlay,
    color: tokens.colorNeutralForegroundStaticInverted,
    fontSize: tokens.fontSizeBase500,
    outline: `3px dashed ${tokens.colorNeutralForegroundStaticInverted}`,
    outlineOffset: "-12px",
  },
});

export function DropTarget({ onFiles, children }: { readonly onFiles: (files: readonly File[]) => void; readonly children: ReactNode }) {
  const styles = useStyles();
  const [over, setOver] = useState(false);
  const hasFiles = (event: React.DragEvent): boolean => [...event.dataTransfer.types].includes("Files");
  return (
    <div
      className={styles.area}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && <div className={styles.veil}>{strings.dropHere}</div>}
    </div>
  );
}
