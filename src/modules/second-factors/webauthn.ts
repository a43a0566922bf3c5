/**
 * The library that knows WebAuthn, with the formats of certificates that it brings along. Loading it takes longer
 * than all of the server's own sources, so it waits for the first passkey.
 */
export const webauthn = () => import("@simplewebauthn/server");
