import { type FormEvent, type ReactNode, useId, useState } from "react";
import { problemWords } from "../format/problem-words.ts";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";
import { ConfirmByTyping } from "./confirm-by-typing.tsx";
import classes from "./confirm-dialog.module.css";
import { Dialog } from "./dialog.tsx";

export interface ConfirmDialogProps {
	open: boolean;
	onClose: () => void;
	/** A question that names the thing: "Delete the key “CI”?" */
	title: string;
	/** What it takes along and what will stop working. */
	children?: ReactNode;
	/** The verb and its object: "Delete key". */
	action: string;
	/** Does it. The dialog waits, closes when it worked, and shows the server's words when it did not. */
	onConfirm: () => Promise<unknown>;
	/** It takes something away: default. Otherwise the button is not red. */
	harmless?: boolean | undefined;
	/** A name that must be typed first: for what cannot be brought back. */
	typeToConfirm?: string | undefined;
}

/** Asks before something that cannot be undone, or that stops something from working. */
export function ConfirmDialog(props: ConfirmDialogProps) {
	const formId = useId();
	const { typed, setTyped, isPending, error, confirm, close } =
		useConfirming(props);
	const { typeToConfirm } = props;
	return (
		<Dialog
			open={props.open}
			onClose={close}
			title={props.title}
			size="small"
			footer={
				<>
					<Button onClick={close}>Cancel</Button>
					<Button
						type="submit"
						form={formId}
						variant={props.harmless ? "primary" : "danger"}
						pending={isPending}
						disabled={typeToConfirm !== undefined && typed !== typeToConfirm}
					>
						{props.action}
					</Button>
				</>
			}
		>
			<form id={formId} onSubmit={confirm} className={classes.words}>
				{props.children}
				{typeToConfirm === undefined ? null : (
					<ConfirmByTyping
						phrase={typeToConfirm}
						value={typed}
						onChange={setTyped}
					/>
				)}
				{error === undefined ? null : <ConfirmError error={error} />}
			</form>
		</Dialog>
	);
}

function ConfirmError({ error }: { error: unknown }) {
	const { title, detail, advice } = problemWords(error);
	return (
		<Banner kind="danger" title={title}>
			{detail} {advice}
		</Banner>
	);
}

function useConfirming({
	onClose,
	onConfirm,
	typeToConfirm,
}: ConfirmDialogProps) {
	const [typed, setTyped] = useState("");
	const [isPending, setPending] = useState(false);
	const [error, setError] = useState<unknown>();
	const close = () => {
		setTyped("");
		setError(undefined);
		onClose();
	};
	const confirm = async (event: FormEvent) => {
		event.preventDefault();
		if (isPending) return;
		if (typeToConfirm !== undefined && typed !== typeToConfirm) return;
		setPending(true);
		setError(undefined);
		try {
			await onConfirm();
			close();
		} catch (thrown) {
			setError(thrown);
		} finally {
			setPending(false);
		}
	};
	return { typed, setTyped, isPending, error, confirm, close };
}
