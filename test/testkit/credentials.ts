import type { ReadCredentials } from '../../kit/authentication/credentials.js';
import { PUBLIC } from '../../kit/viewer.js';

/** Takes everybody for the public, where a test is about something else. */
export const anybody: ReadCredentials = async () => ({ viewer: PUBLIC });
