import { brandId, type AgreementId, type Json } from '@enig/kernel';

/** What a job was asked for, by name: nothing is known of it before it is looked at. */
export function fieldsOf(payload: Json): { readonly [name: string]: Json | undefined } {
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload)
    ? (payload as { readonly [name: string]: Json | undefined })
    : {};
}

/** The agreement a job is about. @throws TypeError for a payload that is none of ours */
export function agreementOf(payload: Json): AgreementId {
  const { agreement } = fieldsOf(payload);
  if (typeof agreement !== 'string') throw new TypeError('The job is of no agreement');
  return brandId<AgreementId>(agreement);
}
