export * from './content';
export { agreement2018 } from './agreement-2018';
export { agreement2021, proposals2019 } from './agreement-2021';
export { demoDecisions } from './decisions';
export { demoComment, demoHeardBodies, demoOwnHearing, demoRedactionReason, demoStatement } from './own-hearing';
export { demoPeople } from './people';
export { demoLaterTreatments, demoResponses, demoTreatments } from './responses';
export { demoRevisions } from './revisions';
