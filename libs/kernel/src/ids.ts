declare const brand: unique symbol;
/** Brands add up, so that a `VersionHash` is a `Sha256` too. */
type Branded<Base, Name extends string> = Base & { readonly [brand]: { readonly [Each in Name]: true } };

/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Sha256 = Branded<string, 'Sha256'>;
/** An agreement and all that belongs to it (UUID). da: rammeaftale */
export type AgreementId = Branded<string, 'AgreementId'>;
/** One half of an agreement: development strategy or steering agreement (UUID). da: del */
export type PartId = Branded<string, 'PartId'>;
/** A focus area or a chapter: what a part consists of (UUID). da: fokusområde, kapitel */
export type SectionId = Branded<string, 'SectionId'>;
/** Anything written together; one Y.Doc (UUID). da: tekst */
export type TextId = Branded<string, 'TextId'>;
/** A goal, theme or planned action inside a focus area (UUID made by the client that added it). */
export type ItemId = Branded<string, 'ItemId'>;
/** Who is bound: `municipality:0265` or `region:1085`. da: part */
export type PartyId = Branded<string, 'PartyId'>;
/** Who acts: `municipal-council:0265`, `disability-council:0265`, `secretariat:1085` … da: organ */
export type BodyId = Branded<string, 'BodyId'>;
/** A human being (UUID). */
export type PersonId = Branded<string, 'PersonId'>;
/** A person's place in a body for a time (UUID). da: sæde */
export type SeatId = Branded<string, 'SeatId'>;
/** One hearing round (UUID). da: høringsrunde */
export type RoundId = Branded<string, 'RoundId'>;
/** One council's answer in one round (UUID). da: høringssvar */
export type ResponseId = Branded<string, 'ResponseId'>;
/** One point of a submitted response (UUID). da: punkt i et høringssvar */
export type PointId = Branded<string, 'PointId'>;
/** One recorded decision (UUID). da: beslutning */
export type DecisionId = Branded<string, 'DecisionId'>;
/** What one party's bodies are given to decide on, about one version (UUID). da: sagsfremstilling */
export type CaseId = Branded<string, 'CaseId'>;
/** A step that is taken otherwise than the chain says. */
export type OverrideId = Branded<string, 'OverrideId'>;
/** Something a worker makes while somebody waits (UUID). da: job */
export type JobId = Branded<string, 'JobId'>;
/** One day a body meets (UUID). da: møde */
export type MeetingId = Branded<string, 'MeetingId'>;
/** The SHA-256 of a version's manifest: what is heard and decided. da: version */
export type VersionHash = Branded<Sha256, 'VersionHash'>;

/**
 * Gives a plain string the type of an id. Only for the edges: a row from the database, an argument from the wire,
 * data in a test.
 */
export function brandId<Id extends string>(value: string): Id {
  return value as Id;
}

const HEX_64 = /^[0-9a-f]{64}$/;

/** Whether the string is written as a SHA-256: 64 lower-case hexadecimal digits. */
export function isSha256(value: string): value is Sha256 {
  return HEX_64.test(value);
}
