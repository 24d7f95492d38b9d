import { POINT_CHANGE_KINDS, POINT_KINDS, POINT_PLACES, TREATMENT_OUTCOMES } from '@enig/hearing';
import { closed } from '../core/scalars';

export const PointPlaces = closed('PointPlace', [...POINT_PLACES]);
export const PointKinds = closed('PointKind', [...POINT_KINDS]);
export const PointChangeKinds = closed(
  'PointChangeKind',
  POINT_CHANGE_KINDS.filter((kind) => kind !== 'undo'),
);
export const TreatmentOutcomes = closed('TreatmentOutcome', [...TREATMENT_OUTCOMES]);
export const MemoFormats = closed('MemoFormat', ['pdf', 'docx']);
