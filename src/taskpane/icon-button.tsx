import { Button, makeStyles, mergeClasses, tokens, type ButtonProps } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  pressed: { backgroundColor: tokens.colorNeutralBackground1Selected, color: tokens.colorNeutralForeground1Selected },
});

export interface IconButtonProps {
  readonly icon: ReactElement;
  /** Spoken, and shown by the pointer. */
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly size?: ButtonProps["size"];
  /** Makes it a switch. */
  readonly pressed?: boolean;
  readonly expanded?: boolean;
}

/** A title instead of Fluent's Tooltip, which would bring a positioning engine of 40 KB along. A disabled one can still be reached and read. */
export function IconButton({ icon, label, onClick, disabled = false, size = "medium", pressed, expanded }: IconButtonProps) {
  const styles = useStyles();
  return (
    <Button
      appearance="subtle"
      size={size}
      icon={icon}
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      className={mergeClasses(pressed && !disabled && styles.pressed)}
      disabledFocusable={disabled}
      onClick={onClick}
    />
  );
}
