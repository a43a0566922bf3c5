import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { Button, type ButtonVariant } from "./button.tsx";
import { useCopy } from "./clipboard.ts";
import { IconButton } from "./icon-button.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export interface CopyButtonProps {
	/** What is copied. */
	text: string;
	/** What is read aloud, "Copy key id"; with `withText` it stands on the button. */
	label?: string | undefined;
	withText?: boolean | undefined;
	variant?: ButtonVariant | undefined;
	onCopied?: (() => void) | undefined;
}

const said = { copied: "Copied", failed: "Could not copy: select the text" };

/** Copies text and says so. */
export function CopyButton({
	text,
	label = "Copy",
	withText = false,
	variant,
	onCopied,
}: CopyButtonProps) {
	const { outcome, copy } = useCopy();
	const icon =
		outcome === "copied" ? (
			<Check aria-hidden="true" />
		) : (
			<Copy aria-hidden="true" />
		);
	const press = async () => {
		if (await copy(text)) onCopied?.();
	};
	const words = outcome ? said[outcome] : label;
	return (
		<>
			{withText ? (
				<Button icon={icon} variant={variant} onClick={press}>
					{words}
				</Button>
			) : (
				<IconButton icon={icon} label={words} onClick={press} />
			)}
			<VisuallyHidden>
				<span role="status">{outcome ? said[outcome] : ""}</span>
			</VisuallyHidden>
		</>
	);
}

/** "Copy command", "Copy API key": a name inside a sentence loses its capital, an abbreviation keeps it. */
export function copyLabel(name: string): string {
	const isAbbreviation = /^[A-Z]{2}/.test(name);
	const inside = isAbbreviation
		? name
		: name.charAt(0).toLowerCase() + name.slice(1);
	return `Copy ${inside}`;
}
