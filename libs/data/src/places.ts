import type { BodyKind } from '@enig/access';
import type { BodyId, LocalDate, PartyId } from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import { date, dateOrNull, key, text, textOrNull } from './columns';

/** A Danish region with the days it exists; what comes after it is its successor. da: region */
export interface RegionRow {
  id: string;
  code: string | null;
  name: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  successor: string | null;
}

/** A municipality by its four-digit code. da: kommune */
export interface MunicipalityRow {
  code: string;
  name: string;
  officialName: string;
}

/** A municipality belongs to one region at a time. */
export interface MunicipalityRegionRow {
  municipality: string;
  region: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

/** Who can be bound by an agreement: one municipality or one region. da: part */
export interface PartyRow {
  id: PartyId;
  name: string;
  municipality: string | null;
  region: string | null;
}

/** Who acts: a council, an administration, a secretariat … da: organ */
export interface BodyRow {
  id: BodyId;
  kind: BodyKind;
  name: string;
  party: PartyId | null;
  region: string | null;
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

const validity = { validFrom: { ...date, name: 'valid_from' }, validTo: { ...dateOrNull, name: 'valid_to' } };

export const RegionSchema = new EntitySchema<RegionRow>({
  name: 'Region',
  tableName: 'region',
  columns: { id: key(text), code: textOrNull, name: text, ...validity, successor: textOrNull },
});

export const MunicipalitySchema = new EntitySchema<MunicipalityRow>({
  name: 'Municipality',
  tableName: 'municipality',
  columns: { code: key(text), name: text, officialName: { ...text, name: 'official_name' } },
});

export const MunicipalityRegionSchema = new EntitySchema<MunicipalityRegionRow>({
  name: 'MunicipalityRegion',
  tableName: 'municipality_region',
  columns: {
    municipality: key(text),
    region: text,
    validFrom: key({ ...date, name: 'valid_from' }),
    validTo: validity.validTo,
  },
});

export const PartySchema = new EntitySchema<PartyRow>({
  name: 'Party',
  tableName: 'party',
  columns: { id: key(text), name: text, municipality: textOrNull, region: textOrNull },
});

export const BodySchema = new EntitySchema<BodyRow>({
  name: 'Body',
  tableName: 'body',
  columns: { id: key(text), kind: text, name: text, party: textOrNull, region: textOrNull, ...validity },
});
