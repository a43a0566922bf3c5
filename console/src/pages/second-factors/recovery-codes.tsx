import Download from "lucide-react/icons/download";
import Printer from "lucide-react/icons/printer";
import { useState } from "react";
import { useUnloadGuard } from "../../form/unload-guard.ts";
import { Banner } from "../../kit/banner.tsx";
import { Button } from "../../kit/button.tsx";
import { Checkbox } from "../../kit/checkbox.tsx";
import { CopyButton } from "../../kit/copy-button.tsx";
import classes from "./second-factors.module.css";

/**
 * The codes for the day on which the phone is lost, which the server tells this once: to copy, to keep as a file, to
 * print. Goes on only when the person says that they have them.
 */
export function RecoveryCodes({
	codes,
	action,
	onKept,
}: {
	codes: readonly string[];
	/** The button that goes on: "Continue". */
	action: string;
	onKept: () => void;
}) {
	const [isKept, setKept] = useState(false);
	useUnloadGuard(() => !isKept);
	return (
		<div className={classes.recovery}>
			<Banner kind="warning" title="Shown only now">
				Keep them apart from your phone, in a password manager or on paper.
			</Banner>
			<ul className={classes.codes} aria-label="Recovery codes">
				{codes.map((code) => (
					<li key={code}>
						<code>{code}</code>
					</li>
				))}
			</ul>
			<div className={classes.ways}>
				<CopyButton text={codes.join("\n")} label="Copy codes" withText />
				<Button
					icon={<Download aria-hidden="true" />}
					onClick={() => saveAsFile(codes)}
				>
					Download
				</Button>
				<Button
					icon={<Printer aria-hidden="true" />}
					onClick={() => window.print()}
				>
					Print
				</Button>
			</div>
			<Checkbox
				label="I have put the codes away"
				value={isKept}
				onChange={setKept}
			/>
			<Button
				variant="primary"
				size="large"
				wide
				disabled={!isKept}
				onClick={onKept}
			>
				{action}
			</Button>
		</div>
	);
}

function saveAsFile(codes: readonly string[]): void {
	const text = [
		`Recovery codes for Reeve at ${location.origin}`,
		"Each works once in place of a second factor.",
		"",
		...codes,
		"",
	].join("\n");
	const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
	const link = document.createElement("a");
	link.href = url;
	link.download = "reeve-recovery-codes.txt";
	link.click();
	// The browser reads it after this turn; a minute is enough for any of them.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
