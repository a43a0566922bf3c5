import type { SeededRandom } from "./demo-random.ts";

const firstNames = [
	"Ada",
	"Amir",
	"Carla",
	"Dmitri",
	"Elif",
	"Femi",
	"Grace",
	"Hiro",
	"Ines",
	"Jonas",
	"Kavya",
	"Lars",
	"Maya",
	"Nuno",
	"Olga",
	"Priya",
] as const;
const lastNames = [
	"Adler",
	"Bianchi",
	"Costa",
	"Dubois",
	"Eriksen",
	"Fischer",
	"Garcia",
	"Haddad",
	"Ito",
	"Jansen",
	"Kowalski",
	"Lindqvist",
	"Moreau",
	"Novak",
	"Okafor",
	"Petrov",
] as const;

/** A person that nobody is: the address ends in a name that no mail reaches (RFC 2606). */
export function demoPerson(random: SeededRandom, place: string) {
	const first = random.pick(firstNames);
	const last = random.pick(lastNames);
	const mailbox = `${first}.${last}.${random.whole(10_000)}`.toLowerCase();
	return { name: `${first} ${last}`, email: `${mailbox}@${place}.example` };
}
