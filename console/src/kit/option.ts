/** One choice of a select, a combobox or a group of radio cards. */
export interface Option<T extends string = string> {
	value: T;
	label: string;
	/** A few words below the label. */
	description?: string | undefined;
	disabled?: boolean | undefined;
}
