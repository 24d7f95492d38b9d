import { RESPONSE_STATES, ROUND_STATES } from '@enig/hearing';
import { closed } from '../core/scalars';

export const RoundStates = closed('RoundState', [...ROUND_STATES]);
export const ResponseStates = closed('ResponseState', [...RESPONSE_STATES]);
