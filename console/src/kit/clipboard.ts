import { useEffect, useRef, useState } from "react";

const shownMs = 2_000;

/**
 * Copies text. Where the browser keeps its clipboard from pages without TLS, the older way by a selection is taken.
 * Answers whether it worked.
 */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copyBySelection(text);
	}
}

function copyBySelection(text: string): boolean {
	const focused = document.activeElement;
	const area = document.createElement("textarea");
	area.value = text;
	area.readOnly = true;
	area.style.position = "fixed";
	area.style.opacity = "0";
	// Inside an open dialog: the focus may not leave it.
	(focused?.closest('[role="dialog"]') ?? document.body).append(area);
	area.select();
	const worked = document.execCommand("copy");
	area.remove();
	if (focused instanceof HTMLElement) focused.focus();
	return worked;
}

/** Copies, and says for two seconds how it went. */
export function useCopy(): {
	outcome: "copied" | "failed" | undefined;
	copy: (text: string) => Promise<boolean>;
} {
	const [outcome, setOutcome] = useState<"copied" | "failed">();
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	const copy = async (text: string) => {
		const worked = await copyText(text);
		setOutcome(worked ? "copied" : "failed");
		clearTimeout(timer.current);
		timer.current = setTimeout(() => setOutcome(undefined), shownMs);
		return worked;
	};
	return { outcome, copy };
}
