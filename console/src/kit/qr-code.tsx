import { useMemo } from "react";
import classes from "./qr-code.module.css";
import { qrModules } from "./qr-modules.ts";

export interface QrCodeProps {
	/** What is read from it, at most 2331 bytes; made here, sent nowhere. */
	text: string;
	/** What it is for: "Code for your authenticator app". The text itself stands beside it, for who cannot scan. */
	label: string;
	/** Edge in pixels; default 192. */
	size?: number | undefined;
}

/** Modules of quiet zone around the code, with the frame's own padding. */
const MARGIN = 3;

/** A QR code, drawn as vectors. */
export function QrCode({ text, label, size = 192 }: QrCodeProps) {
	const rows = useMemo(() => qrModules(text), [text]);
	const edge = rows.length + 2 * MARGIN;
	return (
		<div className={classes.frame}>
			<svg
				className={classes.code}
				width={size}
				height={size}
				viewBox={`0 0 ${edge} ${edge}`}
				role="img"
				aria-label={label}
			>
				<path d={pathOf(rows)} />
			</svg>
		</div>
	);
}

/** A rectangle for each run of dark modules. */
function pathOf(rows: readonly boolean[][]): string {
	const parts: string[] = [];
	rows.forEach((row, y) => {
		for (let x = 0; x < row.length; x++) {
			if (!row[x]) continue;
			const start = x;
			while (row[x + 1]) x++;
			const width = x - start + 1;
			parts.push(`M${start + MARGIN} ${y + MARGIN}h${width}v1h-${width}z`);
		}
	});
	return parts.join("");
}
