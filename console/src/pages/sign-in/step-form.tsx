import { type ReactNode, useState } from "react";
import { ReeveProblem } from "../../../../generated/client.ts";
import type { FieldErrors, Form } from "../../form/form-state.ts";
import { useForm } from "../../form/use-form.ts";
import { problemWords } from "../../format/problem-words.ts";
import { Banner } from "../../kit/banner.tsx";
import { Button } from "../../kit/button.tsx";
import { useCountdown } from "./countdown.ts";
import classes from "./signed-out.module.css";

/** The form of a step: what `useForm` makes, and what became of the last try. */
export interface StepForm<V extends object> extends Form<V> {
	/** What the last try threw, unless it is said at the fields. */
	failure: unknown;
	/** Seconds until the server takes another try. */
	waitSeconds: number;
}

export interface StepFormOptions<V extends object> {
	initial: V;
	check?: ((values: V) => FieldErrors<V>) | undefined;
	/** The call and all that follows from it; the button waits until it is done. */
	send: (values: V) => Promise<void>;
}

/** A form on the way in. Its words are the server's own: a wrong password is no expired session. */
export function useStepForm<V extends object>({
	initial,
	check,
	send,
}: StepFormOptions<V>): StepForm<V> {
	const [failure, setFailure] = useState<unknown>();
	const form = useForm<V, void>({
		initial,
		check,
		submit: async (values) => {
			setFailure(undefined);
			try {
				await send(values);
			} catch (error) {
				setFailure(error);
				throw error;
			}
		},
	});
	const waitSeconds = useCountdown(failure);
	return { ...form, failure: form.problem && failure, waitSeconds };
}

/** The word by which the server tells one refusal from another. */
export function reasonOf(error: unknown): string | undefined {
	return error instanceof ReeveProblem ? error.problem.reason : undefined;
}

/** Fields, what went wrong above them, and the one button below. */
export function StepFields<V extends object>({
	form,
	action,
	autoFocus,
	children,
}: {
	form: StepForm<V>;
	action: string;
	/** The button has the focus, where there is no field. */
	autoFocus?: boolean | undefined;
	children?: ReactNode;
}) {
	const { waitSeconds } = form;
	return (
		<form
			ref={form.element}
			className={classes.form}
			method="post"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				if (waitSeconds === 0) void form.submit();
			}}
		>
			<StepFailure error={form.failure} />
			{children}
			<Button
				type="submit"
				variant="primary"
				size="large"
				wide
				pending={form.isPending}
				disabled={waitSeconds > 0}
				autoFocus={autoFocus}
			>
				{waitSeconds > 0 ? `Try again in ${waitSeconds} s` : action}
			</Button>
		</form>
	);
}

/** What went wrong in a step, read aloud at once. */
export function StepFailure({
	error,
	action,
}: {
	error: unknown;
	action?: ReactNode;
}) {
	if (error === undefined) return null;
	const { title, words } = failureWords(error);
	return (
		<Banner kind="danger" title={title} action={action}>
			{words}
		</Banner>
	);
}

function failureWords(error: unknown): { title?: string; words: string } {
	const { title, detail, advice, status } = problemWords(error);
	if (status === 429)
		return {
			title: "Too many tries",
			words: "Wait a moment; the button says how long.",
		};
	const isPlain = status >= 400 && status < 500;
	return isPlain
		? { words: detail }
		: { title, words: [detail, advice].filter(Boolean).join(" ") };
}
