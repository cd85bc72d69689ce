import pino from 'pino';

/** The hub's log: JSON lines on stderr, so that standard output stays for people. */
export const logger = pino({ name: 'corridor-hub', level: 'info' }, pino.destination(2));
