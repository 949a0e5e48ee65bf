import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as text that fits into an address, a header and a cookie. */
export const newSecret = (prefix = ''): string => `${prefix}${randomBytes(32).toString('base64url')}`;

/** SHA-256 in hexadecimal. A secret of 256 random bits needs nothing slower; a password does (see passwords.ts). */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
