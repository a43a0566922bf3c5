/** One part of the rule for passwords; the server judges by the same. */
export interface RulePart {
	words: string;
	isMet: (password: string) => boolean;
}

export const passwordRule: readonly RulePart[] = [
	{
		words: "8 to 72 characters",
		isMet: ({ length }) => length >= 8 && length <= 72,
	},
	{ words: "A digit", isMet: (password) => /\d/.test(password) },
	{
		words: "An upper-case letter",
		isMet: (password) => /\p{Lu}/u.test(password),
	},
	{
		words: "A special character, like !",
		isMet: (password) => /[^\p{L}\p{N}]/u.test(password),
	},
];

/** What is wrong with a new password; nothing when the server will take it. */
export function passwordFault(password: string): string | undefined {
	if (password === "") return "Choose a password.";
	return passwordRule.every(({ isMet }) => isMet(password))
		? undefined
		: "It does not meet the rule yet.";
}
