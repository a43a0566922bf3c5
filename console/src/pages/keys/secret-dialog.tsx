import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Banner } from "../../kit/banner.tsx";
import { Button } from "../../kit/button.tsx";
import { Checkbox } from "../../kit/checkbox.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { CurlTabs } from "./curl-tabs.tsx";
import { forgetSecret, type IssuedKey } from "./issued-key.ts";
import classes from "./secret-dialog.module.css";
import { SecretValue } from "./secret-value.tsx";

export interface SecretDialogProps {
	issued: IssuedKey;
	/** "Key made", "Key regenerated". */
	title: string;
	/** What else to know: until when the old secret works. */
	children?: ReactNode;
	/** Closed after the acknowledgement; the secret is forgotten by then. */
	onClose: () => void;
}

/**
 * Shows a secret this once. Neither the button nor Escape nor a press outside nor the browser's way back closes it
 * before the box is ticked (promise U3); then the secret is gone from the page.
 */
export function SecretDialog(props: SecretDialogProps) {
	const { issued, title, children, onClose } = props;
	const { isKept, setKept, isAsked, close } = useAcknowledgement(() => {
		forgetSecret(issued);
		onClose();
	});
	const isShown = issued.parts.token !== undefined;
	return (
		<Dialog
			open
			onClose={close}
			title={title}
			keepOnOutsidePress={!isKept}
			hideClose
			size="large"
			footer={
				<Button variant="primary" disabled={!isKept} onClick={close}>
					Close
				</Button>
			}
		>
			{isShown ? <Shown issued={issued} /> : <LostAnswer />}
			{children}
			<Checkbox
				label={
					isShown ? "I have stored it" : "I know that I must regenerate the key"
				}
				value={isKept}
				onChange={setKept}
				error={
					isAsked && !isKept
						? "Tick this first: closing takes the secret away for good."
						: undefined
				}
			/>
		</Dialog>
	);
}

function Shown({ issued }: { issued: IssuedKey }) {
	const { key, parts } = issued;
	const { token = "", secret } = parts;
	return (
		<>
			<Banner kind="warning" title="Shown only now">
				Put it where you keep secrets. Nobody, not even an administrator, can
				show it to you again.
			</Banner>
			{/* The box to tick is the first field, and must not be ticked by a key that was meant for something else. */}
			<dl className={classes.parts} tabIndex={-1} data-autofocus="">
				{secret === undefined ? null : (
					<>
						<SecretValue label="Key" note="the user name" value={key.key} />
						<SecretValue label="Secret" note="the password" value={secret} />
					</>
				)}
				<SecretValue
					label={secret === undefined ? "Token" : "Whole token"}
					note={
						secret === undefined
							? undefined
							: "both in one, for Bearer, Token and apikey"
					}
					value={token}
				/>
			</dl>
			<CurlTabs issued={issued} />
		</>
	);
}

/** The first answer was lost on its way, and the server shows no secret twice. */
function LostAnswer() {
	return (
		<Banner kind="warning" title="The key is there, its secret is not">
			The server's first answer was lost on its way here, and it tells a secret
			only once. Regenerate the key to get a new one.
		</Banner>
	);
}

/** Waits for the tick, whichever way one tries to leave. */
function useAcknowledgement(onDone: () => void) {
	const [isKept, setKept] = useState(false);
	const [isAsked, setAsked] = useState(false);
	const isHeld = useRef(true);
	isHeld.current = !isKept;
	useBlocker({
		shouldBlockFn: ({ next }) => {
			// A session that ended takes everything off the page.
			if (next.pathname === "/sign-in") return false;
			if (isHeld.current) setAsked(true);
			return isHeld.current;
		},
		enableBeforeUnload: () => isHeld.current,
	});
	useEffect(
		() => () => {
			isHeld.current = false;
		},
		[],
	);
	const close = () => {
		if (isKept) onDone();
		else setAsked(true);
	};
	return { isKept, setKept, isAsked, close };
}
