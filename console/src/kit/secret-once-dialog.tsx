import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Checkbox } from "./checkbox.tsx";
import { Dialog } from "./dialog.tsx";
import { SecretOnce } from "./secret-once.tsx";

export interface SecretOnceDialogProps {
	/** "Key “CI” created". */
	title: string;
	label: string;
	secret: string;
	/** How it is used: a `CodeBlock` with a curl line. */
	children?: ReactNode;
	/** Closed after the acknowledgement: forget the secret here. */
	onClose: () => void;
}

/** Shows a new secret, and closes only after "I have put it away" was ticked: neither Escape nor a press outside closes it. */
export function SecretOnceDialog({
	title,
	label,
	secret,
	children,
	onClose,
}: SecretOnceDialogProps) {
	const [isKept, setKept] = useState(false);
	const close = () => {
		if (isKept) onClose();
	};
	return (
		<Dialog
			open
			onClose={close}
			title={title}
			keepOnOutsidePress
			hideClose
			footer={
				<Button variant="primary" disabled={!isKept} onClick={close}>
					Close
				</Button>
			}
		>
			<SecretOnce label={label} secret={secret}>
				{children}
			</SecretOnce>
			<Checkbox label="I have put it away" value={isKept} onChange={setKept} />
		</Dialog>
	);
}
