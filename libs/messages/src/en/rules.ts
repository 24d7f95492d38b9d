import type { rules as first } from '../da/rules';
import type { Translated } from '../sentence';

/** What a person is told when a rule says no, or when freezing warns. */
export const rules: Translated<typeof first> = {
  'KE-1-NO-SUCH-DATE': 'There is no such date as {given}. Write day, month and year, for instance 15.10.2026.',
  'KE-2-NO-SUCH-TIME':
    'There is no such time as {given}. It may lie in the hour that is skipped when summer time begins. Choose another.',
  'KE-3-TIME-EXISTS-TWICE':
    'The time {given} comes twice, since the clock is put back that night. Choose another, so that nobody is in doubt.',

  'AG-1-NOT-IN-THIS-STATE':
    'That cannot be done now, for the agreement is {state}. Somebody may just have changed it. Look at it again and go on from there.',
  'AG-2-NO-SECTIONS': 'The agreement is empty. Add at least one focus area or chapter before freezing it.',
  'AG-3-TITLE-MISSING': 'A section has no title. Write one before freezing the agreement.',
  'AG-4-STILL-COLLECTING': {
    one: 'The hearing is not over: the deadline lies ahead and some councils have not answered. Wait for the deadline, or until all have answered.',
    other:
      'The hearing is not over: in {count} rounds the deadline lies ahead and some councils have not answered. Wait for the deadline, or until all have answered.',
  },
  'AG-5-ROUND-NOT-CLOSED': {
    one: 'One hearing round is not closed. Answer the last points and close it. Then the agreement can be sent for decision.',
    other:
      '{count} hearing rounds are not closed. Answer the last points and close them. Then the agreement can be sent for decision.',
  },
  'AG-6-NOT-EVERYONE-HAS-APPROVED':
    'The agreement is not concluded yet. Every party must have approved the same text. The page Approval shows who is missing.',
  'AG-7-REASON-REQUIRED': 'Write why. All parties can read the reason.',
  'AG-8-NO-PARTIES': 'The agreement has no parties. Choose under Set-up whom it is for.',
  'AG-10-CONTENT-MISSING':
    'The steering agreement lacks one of the seven subjects the law demands: “{content}”. Write a chapter about it.',
  'AG-11-GOAL-WITHOUT-CRITERION':
    'The goal “{title}” does not say when it is reached. Write a criterion, so that all can see when you are there.',
  'AG-11-GOAL-WITHOUT-OWNER': 'Nobody is responsible for the goal “{title}”. Choose the party that sees it through.',
  'AG-12-ACTION-WITHOUT-RESPONSIBLE': 'No party is responsible for the action “{title}”. Choose one if it is agreed.',
  'AG-12-ACTION-WITHOUT-DATES': 'The action “{title}” lacks its start or end. Write the dates if they are agreed.',
  'AG-12-ACTION-ENDS-BEFORE-IT-BEGINS': 'The action “{title}” ends before it begins. Correct the dates.',
  'AG-13-FOCUS-AREA-WITHOUT-GOALS': 'The focus area “{title}” has no goals. Write what you will reach.',
  'AG-13-SECTION-EMPTY': 'The section “{title}” is empty. Write it, or remove it from the agreement.',
  'AG-14-WITHOUT-COORDINATOR': 'The focus area “{title}” has no coordinator. Choose one under Set-up.',
  'AG-15-WITHOUT-EASY-READ':
    'The focus area “{title}” has no easy-read version. Without it some disability councils can hardly answer.',
  'AG-16-REFERENCE-LEADS-NOWHERE':
    'A reference in “{title}” points to something that is no longer in the agreement. Correct or remove it.',
  'AG-17-PART-MISSING': 'The agreement lacks the part “{part}”. Add it if it belongs.',
  'AG-18-NOT-A-PARTY': '{party} is named in “{title}” but is no party of the agreement. Choose one of the parties.',
  'AG-20-NOT-A-FOCUS-AREA':
    'The text cannot be read as a focus area. Something is wrong at “{at}”. Nothing is lost. Tell the secretariat.',
  'AG-22-WRITING-CLOSED':
    'The agreement is {state}, and while it is so it cannot be changed. Talk to the secretariat if something is wrong.',
  'AG-23-NAME-MISSING': 'The agreement has no name. Write one, for instance “Framework agreement 2027–28”.',
  'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS': 'The period ends before it begins. Correct one of the dates.',
  'AG-23-WRITING-ENDS-AFTER-DEADLINE':
    'Writing cannot go on after the deadline of the agreement. Choose an earlier day, or move the deadline.',
  'AG-24-ABANDONED':
    'The agreement is abandoned, and the hearing has stopped with it. What was written and sent is kept.',
  'AG-25-TEXT-UNREADABLE':
    'The text of “{title}” cannot be read, and until it can the agreement cannot be frozen. Nothing is lost. Tell the secretariat.',
  'AG-26-COPY-UNREADABLE':
    'The agreement cannot be copied, because the text of “{title}” cannot be read. Nothing is lost. Take the section out of the old agreement and copy again, or begin with another agreement.',
  'AG-27-DEADLINE-IN-THE-PAST': 'The deadline has passed already. Today is {today}. Choose today or a later day.',

  'HE-1-NO-ONE-INVITED': 'Nobody is chosen to be heard. Choose the disability councils that shall answer.',
  'HE-2-DUE-NOT-IN-THE-FUTURE': 'The deadline {dueDate} does not lie ahead. Choose a later day.',
  'HE-3-SHORT-NOTICE-NEEDS-REASON':
    'The councils get only {days} days to answer. Usually it is at least {minimumDays}. Choose a later deadline, or write why it is short. Everyone can read the reason.',
  'HE-4-NOT-LATER': 'A deadline can only be made longer. It is {dueDate}. Choose a later day.',
  'HE-5-EXTENSION-NEEDS-REASON': 'Write why the deadline is moved. The councils can read the reason.',
  'HE-6-NOT-IN-THIS-STATE':
    'That cannot be done now; the hearing round stands thus: {state}. Somebody may just have changed it. Look at it again.',
  'HE-8-ROUND-CLOSED':
    'The hearing round is closed and takes no more responses. Your draft is kept. Ring the secretariat if the response must be included.',
  'HE-9-RESPONSE-EMPTY': 'The response is empty. Write at least one remark before you send it.',
  'HE-10-TOO-LATE-TO-CHANGE':
    'The deadline was {dueAt}, and the response cannot be changed any more. What you sent stands. Ring the secretariat if something is wrong.',
  'HE-11-NOTHING-SUBMITTED': 'No response has been sent, so there is nothing to withdraw.',
  'HE-12-STILL-COLLECTING':
    'The hearing is not over. The deadline lies ahead, and these have not answered: {waitingFor}. Wait for the deadline, or until all have answered.',
  'HE-13-POINTS-OPEN': {
    one: 'One point lacks an answer. The council is owed to know what came of it. Answer it, then close the round.',
    other:
      '{count} points lack an answer. The councils are owed to know what came of them. Answer them, then close the round.',
  },
  'HE-15-NOT-INVITED': '{body} is not asked in this round. Ring the secretariat if the council should have been.',
  'HE-16-ANSWER-REQUIRED': 'Write an answer to the council. Every point is owed one.',
  'HE-16-REASON-REQUIRED': 'Write a reason, so that the council can see why it came out so.',
  'HE-17-NOT-BEING-TREATED': 'The point cannot be answered now; the hearing round stands thus: {state}.',
  'HE-19-ANSWERED-ALREADY':
    'Somebody else answered the point while you wrote. Your answer is not saved. Read what stands now. If it should be otherwise, answer again.',
  'HE-20-CHANGED-SINCE-CHECKED':
    'The response has changed since you read it through. It is not sent. Read it again, and then send it.',
  'HE-21-RESPONSE-UNREADABLE':
    'The text of the response from {body} cannot be read, and until it can it is not sent. Nothing is lost. Ring the secretariat.',

  'AP-1-NOT-A-PARTY': 'Whoever decided is no party of the agreement. Choose one of the parties.',
  'AP-2-TEXT-HAS-CHANGED':
    'The text has changed since the matter was dealt with. A decision is about the text the council saw. Read the new version and have it decided.',
  'AP-3-EARLIER-STEP-OPEN': 'A step comes before this one. These have yet to take a position: {waitingFor}.',
  'AP-4-REASON-REQUIRED':
    'Write what the minutes say about it. When the decision is “{outcome}” the other parties must be able to see why.',
  'AP-5-NOT-THE-PARTYS-OWN': "Only the party's own people can confirm its decision. Ask one of them to do it.",
  'AP-6-OUTCOME-NOT-FOR-THIS-BODY': 'That decision cannot be made here. The choice is between: {allowed}.',
  'AP-7-MEETING-IN-THE-FUTURE':
    'The meeting has not been held yet. Record the decision when it is made. Today is {today}.',
  'AP-8-NOT-BEING-DECIDED':
    'The agreement is not up for decision now, so nothing can be recorded. Its page shows how far it has come.',
  'AP-9-NEXT-MEETING-REQUIRED': 'Write when the matter comes up again. It must be after {after}.',
  'AP-10-ITEM-REQUIRED':
    'Write the number of the item on the agenda, so that the decision can be found in the minutes.',
  'AP-11-NOTHING-TO-CONFIRM': 'The decision is already confirmed or corrected. Look at the board again.',
  'AP-12-ALREADY-DECIDED':
    'Somebody has just recorded a decision here. Read it first. If it is wrong you can correct it.',
  'AP-13-NOT-ONE-DECIDING-STEP': 'The template must have exactly one step in which the parties decide. It has {found}.',
  'AP-13-DECIDING-STEP-NOT-FOR-ALL': 'In the template every party must take the step “{step}”; none can skip it.',
  'AP-13-DUPLICATE-KEY': 'The template has two steps called “{step}”. Give each a name of its own.',
  'AP-13-ORDER-NOT-POSITIVE': 'The step “{step}” of the template needs a number from 1 upwards.',
  'AP-13-NOT-BEFORE-THE-DECISION':
    'The step “{step}” of the template must come before the one in which the parties decide.',
  'AP-13-BODY-KIND-TWICE': 'A kind of body comes again in the step “{step}” of the template. Each belongs in one step.',
  'AP-13-NO-BODY-KIND': 'The step “{step}” of the template does not say who takes it.',
  'AP-13-GROUND-MISSING': 'The step “{step}” of the template does not say why it is there.',
  'AP-16-NOT-THE-BODYS-OWN': 'Only {body} can record its own decision. Ask its secretary to do it.',
  'AP-17-MEETING-BEFORE-THE-TEXT':
    'The meeting is before the day the text was frozen: {frozenOn}. Correct the date of the meeting. If the decision was about a draft, this text has yet to be decided.',

  'SE-1-NO-PARTIES-THEN':
    'The region has no municipalities on the day the period begins. Choose another period or region.',
  'SE-2-UNKNOWN-PARTY':
    'One of the chosen parties does not exist. Choose at least one municipality or region from the list.',
  'SE-3-UNKNOWN-FILE': 'The file has not arrived. Choose it again and wait until it is sent.',
  'SE-4-NOT-IN-THIS-PART':
    'That section is not in this part of the agreement. Look again and choose a place in the list.',
  'SE-5-COORDINATOR-NOT-A-PARTY': 'A coordinator must be a party of the agreement. Choose one from the list.',
  'SE-6-REMOVED-ALREADY': 'The section has been removed. Put it back first if it belongs.',
  'SE-7-NOT-REMOVED': 'The section stands in the agreement, so there is nothing to put back.',
  'SE-8-HAS-ONE-ALREADY': 'The section has an easy-read version. Open it and write on.',
  'PE-1-EMAIL-TAKEN': 'There is a person with that e-mail already. Find them in the list and grant a seat there.',
  'PE-2-SEAT-ENDS-BEFORE-IT-BEGINS': 'The seat ends before it begins. Correct one of the dates.',
  'PE-3-SEAT-HELD-ALREADY': 'The person already holds that seat in that time.',
  'PE-4-SEAT-ENDS-SOONER-ALREADY':
    'The seat already ends before that day. If it should last longer, give the person a new seat.',
  'PE-5-END-IN-THE-PAST': 'The seat can end today at the earliest. Choose today or a later day.',
  'CO-28-CLOSED': 'The text is closed for writing, so nothing has been put back.',
  'CO-28-NOTHING-MISSING': 'Everything the text said then stands in it already. Nothing has changed.',
};
