import { useId } from "react";
import { classNames } from "./class-names.ts";
import classes from "./code-block.module.css";
import { CopyButton, copyLabel } from "./copy-button.tsx";

export interface CodeBlockProps {
	/** The text itself, as it is copied. */
	code: string;
	/** What it is: "Command", "Before". Stands above it, unless `hideLabel`. */
	label: string;
	hideLabel?: boolean | undefined;
	/** Breaks long lines, for commands; otherwise it scrolls sideways, for files. */
	wrap?: boolean | undefined;
	/** What to copy where it is not what is shown. */
	copyText?: string | undefined;
	onCopied?: (() => void) | undefined;
}

/** A command, a certificate, a piece of JSON: shown as it is, and copied by a button. */
export function CodeBlock({
	code,
	label,
	hideLabel,
	wrap,
	copyText = code,
	onCopied,
}: CodeBlockProps) {
	const id = useId();
	return (
		<div className={classes.frame}>
			{hideLabel ? null : (
				<span id={id} className={classes.label}>
					{label}
				</span>
			)}
			<div className={classes.block}>
				{/* biome-ignore lint/a11y/useSemanticElements: a labelled group of text; a fieldset is for fields. */}
				<pre
					className={classNames(classes.code, wrap && classes.wrapped)}
					// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
					tabIndex={0}
					role="group"
					aria-labelledby={hideLabel ? undefined : id}
					aria-label={hideLabel ? label : undefined}
				>
					<code>{code}</code>
				</pre>
				<div className={classes.copy}>
					<CopyButton
						text={copyText}
						label={copyLabel(label)}
						onCopied={onCopied}
					/>
				</div>
			</div>
		</div>
	);
}
