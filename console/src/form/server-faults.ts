import { ReeveProblem } from "../../../generated/client.ts";
import { problemWords } from "../format/problem-words.ts";
import type { FieldErrors, FormProblem } from "./form-state.ts";

interface Fault {
	pointer: string;
	rule: string;
	detail: string;
}

/**
 * Parts what a call threw into what belongs to fields of the form and what stands above them.
 *
 * @param shown the names of the fields that the form shows
 * @param pointers names of fields whose place in the input is another: `{ expiry: "/expires_at" }`
 */
export function partProblem<V extends object>(
	error: unknown,
	values: V,
	shown: ReadonlySet<string>,
	pointers: Partial<Record<keyof V & string, string>>,
): { errors: FieldErrors<V>; problem: FormProblem | undefined } {
	const faults = faultsOf(error);
	const errors: Record<string, string> = {};
	const others: string[] = [];
	for (const fault of faults) {
		const name = fieldOf(fault.pointer, shown, pointers);
		if (name === undefined) others.push(sentence(fault.detail));
		else errors[name] ??= faultText(fault, (values as never)[name]);
	}
	const isAllShown = faults.length > 0 && others.length === 0;
	return {
		errors: errors as FieldErrors<V>,
		problem: isAllShown ? undefined : formProblem(error, others),
	};
}

function faultsOf(error: unknown): Fault[] {
	return error instanceof ReeveProblem ? (error.problem.errors ?? []) : [];
}

function formProblem(error: unknown, faults: string[]): FormProblem {
	const words = problemWords(error);
	return { ...words, faults, isStale: words.status === 412 };
}

/** The field that a pointer names, or that holds what it names. */
function fieldOf(
	pointer: string,
	shown: ReadonlySet<string>,
	pointers: Record<string, string | undefined>,
): string | undefined {
	for (const [name, place] of Object.entries(pointers))
		if (place === pointer || (place && pointer.startsWith(`${place}/`)))
			return name;
	const [, first = ""] = pointer.split("/");
	return shown.has(first) ? first : undefined;
}

/** Says which item of a list is meant, and leaves out the field's name, which stands above it. */
function faultText({ pointer, rule, detail }: Fault, value: unknown): string {
	if (isMissing(rule, value)) return "Required.";
	const path = pointer.slice(1);
	const words = detail.startsWith(`${path} `)
		? detail.slice(path.length + 1)
		: detail;
	const index = Number(path.split("/")[1]);
	const item = Array.isArray(value) ? value[index] : undefined;
	return typeof item === "string"
		? `“${item}” ${words.replace("NOT", "not")}`
		: sentence(words);
}

function isMissing(rule: string, value: unknown): boolean {
	const isEmpty = value === undefined || value === null || value === "";
	return rule === "required" || (isEmpty && /^(minLength|type)$/.test(rule));
}

function sentence(words: string): string {
	const text = words.replace("must NOT", "must not");
	const ended = /[.!?]$/.test(text) ? text : `${text}.`;
	return ended.charAt(0).toUpperCase() + ended.slice(1);
}
