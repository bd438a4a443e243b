/** Says what time it is. Handed to whoever needs the time, so that a test can move it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
