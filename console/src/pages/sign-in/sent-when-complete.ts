import { useEffect, useRef } from "react";
import { CODE_DIGITS } from "../second-factors/code-field.tsx";
import type { StepForm } from "./step-form.tsx";

/** Sends a code once when its last digit is there, but not while the server asks to wait. */
export function useSentWhenComplete(form: StepForm<{ code: string }>): void {
	const { code } = form.values;
	const sent = useRef("");
	useEffect(() => {
		if (code.length < CODE_DIGITS) sent.current = "";
		else if (sent.current !== code && form.waitSeconds === 0) {
			sent.current = code;
			void form.submit();
		}
	});
}
