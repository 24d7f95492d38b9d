/** Asked for by what tells other nodes of a committed change: `@Inject(ANNOUNCE) announce: Announce`. */
export const ANNOUNCE = 'enig:announce';
