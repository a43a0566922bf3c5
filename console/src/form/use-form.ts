import { useEffect, useRef, useState } from "react";
import { toast } from "../kit/toast.ts";
import { useRefreshNouns } from "./changed-nouns.ts";
import type {
	BoundField,
	FieldErrors,
	Form,
	FormProblem,
	SubmitOptions,
} from "./form-state.ts";
import { useIdempotencyKey } from "./idempotency.ts";
import { partProblem } from "./server-faults.ts";

export interface FormOptions<V extends object, O> {
	/** What the fields begin with; later changes of it are ignored until `reset`. */
	initial: V;
	/** The call: `(values, options) => client.groups.create(values, options)`. Give it the options. */
	submit: (values: V, options: SubmitOptions) => Promise<O>;
	/** Only what is plainly missing; the server judges the rest. */
	check?: ((values: V) => FieldErrors<V>) | undefined;
	/** The version of what is edited; sent as If-Match. */
	version?: number | undefined;
	/** Places in the input whose field has another name: `{ expiry: "/expires_at" }`. */
	pointers?: Partial<Record<keyof V & string, string>> | undefined;
	/** Nouns whose lists are read anew when it worked: `["groups"]`. */
	changes?: readonly string[] | undefined;
	/** Said when it worked: "Group created". */
	done?: string | ((output: O) => string) | undefined;
	/** After a success: close, go on. */
	onDone?: ((output: O, values: V) => void) | undefined;
	/** Reads anew what somebody else changed; without it the page reloads. */
	onReload?: (() => void) | undefined;
}

/**
 * The state of a form over one call of the client. While the call is under way further submits are ignored; a problem's
 * pointers are shown at their fields, the rest above them, and the first faulty field takes the focus. Lay it out with
 * `FormDialog`, `FormPage` or `FormBody`, and call this where the form is mounted when it opens.
 */
export function useForm<V extends object, O>(
	options: FormOptions<V, O>,
): Form<V> {
	const [initial, setInitial] = useState(options.initial);
	const [values, setValues] = useState(options.initial);
	const [errors, setErrors] = useState<FieldErrors<V>>({});
	const [problem, setProblem] = useState<FormProblem>();
	const element = useRef<HTMLFormElement | null>(null);
	const shown = useRef(new Set<string>());
	const isDirty = !sameValues(values, initial);
	const losing = useRef(false);
	const saved = useRef<V>(undefined);
	// What was saved is lost by nobody, though the page is drawn again before it is left.
	losing.current = isDirty && values !== saved.current;
	const focusFaulty = useFaultyFocus(element, errors);
	const send = useSending(options, values, (found, rest) => {
		setErrors(found);
		setProblem(rest);
		focusFaulty();
	});
	const set: Form<V>["set"] = (name, value) => {
		setValues((before) => ({ ...before, [name]: value }));
		setErrors(({ [name]: _, ...others }) => others as FieldErrors<V>);
	};
	const reset = (to: V = initial) => {
		setInitial(to);
		setValues(to);
		setErrors({});
		setProblem(undefined);
	};
	return {
		values,
		set,
		field: (name) => {
			shown.current.add(name);
			return boundField(name, values[name], errors[name], set);
		},
		errors,
		problem,
		isPending: send.isPending,
		isDirty,
		submit: () =>
			send.submit(shown.current, () => {
				saved.current = values;
				losing.current = false;
			}),
		reset,
		reload: options.onReload ?? (() => window.location.reload()),
		losesChanges: () => losing.current,
		element,
	};
}

function boundField<V extends object, K extends keyof V & string>(
	name: K,
	value: V[K],
	error: string | undefined,
	set: Form<V>["set"],
): BoundField<V[K], K> {
	return {
		name,
		value,
		onChange: (next) => set(name, next),
		onBlur: () => {},
		error,
	};
}

/** Sends the values once at a time, and tells what came of it. */
function useSending<V extends object, O>(
	options: FormOptions<V, O>,
	values: V,
	fail: (errors: FieldErrors<V>, problem: FormProblem | undefined) => void,
) {
	const [isPending, setPending] = useState(false);
	const isSending = useRef(false);
	const { keyFor, renew } = useIdempotencyKey();
	const refresh = useRefreshNouns();
	const submit = async (shown: ReadonlySet<string>, keep: () => void) => {
		if (isSending.current) return;
		const missing = options.check?.(values) ?? {};
		if (Object.values(missing).some(Boolean)) return fail(missing, undefined);
		isSending.current = true;
		setPending(true);
		try {
			const idempotencyKey = keyFor(values);
			const { version } = options;
			const output = await options.submit(values, {
				idempotencyKey,
				...(version === undefined ? {} : { ifMatch: version }),
			});
			renew();
			fail({}, undefined);
			keep();
			await refresh(options.changes ?? []);
			const { done } = options;
			if (done) toast.success(typeof done === "function" ? done(output) : done);
			options.onDone?.(output, values);
		} catch (error) {
			const parted = partProblem(error, values, shown, options.pointers ?? {});
			fail(parted.errors, parted.problem);
		} finally {
			isSending.current = false;
			setPending(false);
		}
	};
	return { isPending, submit };
}

/** Once the errors stand at their fields, the first of them takes the focus; with none, the banner is read aloud. */
function useFaultyFocus(
	element: React.RefObject<HTMLFormElement | null>,
	errors: object,
) {
	const isAsked = useRef(false);
	useEffect(() => {
		if (!isAsked.current || Object.keys(errors).length === 0) return;
		isAsked.current = false;
		element.current
			?.querySelector<HTMLElement>('[aria-invalid="true"]:not([type="hidden"])')
			?.focus();
	}, [errors, element]);
	return () => {
		isAsked.current = true;
	};
}

function sameValues(a: object, b: object): boolean {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}
