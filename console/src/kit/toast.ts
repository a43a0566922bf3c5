import { Toast } from "@base-ui/react/toast";
import { problemWords } from "../format/problem-words.ts";

/** What `ToastRegion` shows; pages speak to it through `toast`. */
export const toastQueue = Toast.createToastManager();

export interface ToastOptions {
	description?: string | undefined;
	/** One thing to do about it: "Undo", "Open". */
	action?: { label: string; onPress: () => void } | undefined;
}

/** Seconds are short: a success says what happened, an error stays until it is dismissed. */
const successMs = 5_000;

/**
 * A short word on something that just happened: `toast.success("Key disabled")`. Errors stay until they are dismissed;
 * `toast.problem(error)` words whatever a call threw. What belongs to a form is said in the form.
 */
export const toast = {
	success: (title: string, options?: ToastOptions) =>
		show("success", title, options),
	info: (title: string, options?: ToastOptions) => show("info", title, options),
	error: (title: string, options?: ToastOptions) =>
		show("error", title, options),
	problem: (error: unknown) => {
		const { title, detail, advice } = problemWords(error);
		const description = [detail, advice].filter(Boolean).join(" ");
		return show("error", title, { description });
	},
	dismiss: (id: string) => toastQueue.close(id),
};

function show(
	type: "success" | "info" | "error",
	title: string,
	{ description, action }: ToastOptions = {},
): string {
	const isError = type === "error";
	return toastQueue.add({
		type,
		title,
		description,
		timeout: isError ? 0 : successMs,
		priority: isError ? "high" : "low",
		...(action
			? { actionProps: { children: action.label, onClick: action.onPress } }
			: {}),
	});
}
