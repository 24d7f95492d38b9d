import { POINT_PLACES, RESPONSE_STATES, ROUND_STATES, TREATMENT_OUTCOMES } from '@enig/hearing';
import { closed } from '../core/scalars';

export const RoundStates = closed('RoundState', [...ROUND_STATES]);
export const ResponseStates = closed('ResponseState', [...RESPONSE_STATES]);
export const PointPlaces = closed('PointPlace', [...POINT_PLACES]);
export const TreatmentOutcomes = closed('TreatmentOutcome', [...TREATMENT_OUTCOMES]);
