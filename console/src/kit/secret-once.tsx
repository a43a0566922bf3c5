import type { ReactNode } from "react";
import { Banner } from "./banner.tsx";
import { CopyButton, copyLabel } from "./copy-button.tsx";
import classes from "./secret-once.module.css";

export interface SecretOnceProps {
	/** What it is: "API key", "Recovery codes". */
	label: string;
	secret: string;
	/** How it is used: a `CodeBlock` with a curl line. */
	children?: ReactNode;
}

/**
 * A secret that the server tells this once, with a button to copy it. Keep it in the state of the component that shows it
 * and nowhere else: not in the query cache, not in the URL. `SecretOnceDialog` waits until it was put away.
 */
export function SecretOnce({ label, secret, children }: SecretOnceProps) {
	return (
		<div className={classes.box}>
			<Banner kind="warning" title="Shown only now">
				Put it where you keep secrets. Nobody can show it to you again.
			</Banner>
			<div>
				<p className={classes.label}>{label}</p>
				<div className={classes.secret}>
					<code className={classes.value}>{secret}</code>
					<CopyButton
						text={secret}
						label={copyLabel(label)}
						withText
						variant="primary"
					/>
				</div>
			</div>
			{children}
		</div>
	);
}
