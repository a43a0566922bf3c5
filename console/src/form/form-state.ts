import type { ProblemWords } from "../format/problem-words.ts";

/** What is wrong, by field. */
export type FieldErrors<V> = Partial<Record<keyof V & string, string>>;

/** What a field of the kit takes from a form: `<TextField label="Name" {...form.field("name")} />`. */
export interface BoundField<T, N extends string = string> {
	name: N;
	value: T;
	onChange: (value: T) => void;
	onBlur: () => void;
	error: string | undefined;
}

/** What is sent along with the values. Hand it to the client's method as its options. */
export interface SubmitOptions {
	/** One for all tries with the same values, so that a repeated click or a retry does it once. */
	idempotencyKey: string;
	/** The version that was read, where `version` is given: the server refuses when somebody was faster. */
	ifMatch?: number;
}

/** A problem that belongs to no single field. */
export interface FormProblem extends ProblemWords {
	/** What is wrong with fields that the form does not show. */
	faults: string[];
	/** Somebody else changed it since it was read. */
	isStale: boolean;
}

/** A form as `useForm` makes it. */
export interface Form<V extends object> {
	values: V;
	/** Changes one value and forgets what was wrong with it. */
	set: <K extends keyof V & string>(name: K, value: V[K]) => void;
	/** Binds a field of the kit to a value. */
	field: <K extends keyof V & string>(name: K) => BoundField<V[K], K>;
	errors: FieldErrors<V>;
	problem: FormProblem | undefined;
	isPending: boolean;
	/** Something differs from what it began with. */
	isDirty: boolean;
	submit: () => Promise<void>;
	/** Back to the beginning, or to other values. */
	reset: (values?: V) => void;
	/** Reads anew what somebody else changed. */
	reload: () => void;
	/** Whether leaving loses something, asked at the moment of leaving. */
	losesChanges: () => boolean;
	/** The form element; the first faulty field in it takes the focus. */
	element: React.RefObject<HTMLFormElement | null>;
}
