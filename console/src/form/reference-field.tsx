import type { ReactNode } from "react";
import { Combobox } from "../kit/combobox.tsx";
import type { FieldProps } from "../kit/field-frame.tsx";
import { MultiCombobox } from "../kit/multi-combobox.tsx";
import type { ReferenceSource } from "../list/reference-source.ts";
import { useReference } from "./use-reference.ts";

interface SearchedProps extends FieldProps {
	/** Where choices come from. Declare it outside the component. */
	source: ReferenceSource;
	placeholder?: string | undefined;
	/** Said when nothing matches. */
	empty?: ReactNode;
}

export interface ReferenceFieldProps extends SearchedProps {
	value: string | null;
	onChange: (value: string | null) => void;
}

/** One of many things that the server finds: the probe of a device. */
export function ReferenceField({ source, ...field }: ReferenceFieldProps) {
	const { value } = field;
	const search = useReference(source, value ? [value] : []);
	return <Combobox {...search} {...field} />;
}

export interface ReferencesFieldProps extends SearchedProps {
	value: string[];
	onChange: (value: string[]) => void;
}

/** Several of many things that the server finds: the groups of a resource. */
export function ReferencesField({ source, ...field }: ReferencesFieldProps) {
	const search = useReference(source, field.value);
	return <MultiCombobox {...search} {...field} />;
}
