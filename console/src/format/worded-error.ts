/** A fault that whoever throws it words for people: `problemWords` shows it as it is. */
export class WordedError extends Error {
	readonly title: string;

	/**
	 * @param title what did not work, in a few words
	 * @param detail a sentence on why
	 */
	constructor(title: string, detail: string) {
		super(detail);
		this.name = "WordedError";
		this.title = title;
	}
}
