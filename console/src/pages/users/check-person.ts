/** What is plainly missing of a person; whether the address is one, the server says. */
export function checkPerson({ email, name }: { email: string; name: string }) {
	return {
		...(email.trim() === "" ? { email: "Give an e-mail address." } : {}),
		...(name.trim() === "" ? { name: "Give a name." } : {}),
	};
}
