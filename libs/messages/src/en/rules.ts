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
  'AG-7-REASON-HOLDS-NUMBER':
    'The reason seems to hold a personal number (CPR). It cannot be deleted again, and all parties can read it. Write it without. If it is the number of a case or a document, put a space after its fifth digit.',
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
  'AG-23-NAME-MISSING':
    'The agreement has no name. Write one, for instance “Framework agreement” and the years it is for.',
  'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS': 'The period ends before it begins. Correct one of the dates.',
  'AG-23-DEADLINE-AFTER-PERIOD':
    'The deadline lies after the last day of the agreement, {lastDay}. Choose an earlier deadline, or let the agreement last longer.',
  'AG-23-WRITING-ENDS-AFTER-DEADLINE':
    'Writing cannot go on after the deadline of the agreement. Choose an earlier day, or move the deadline.',
  'AG-24-ABANDONED':
    'The agreement is abandoned, and the hearing has stopped with it. What was written and sent is kept.',
  'AG-25-TEXT-UNREADABLE':
    'The text of “{title}” cannot be read, and until it can the agreement cannot be frozen. Nothing is lost. Tell the secretariat.',
  'AG-26-COPY-UNREADABLE':
    'The agreement cannot be copied, because the text of “{title}” cannot be read. Nothing is lost. Take the section out of the old agreement and copy again, or begin with another agreement.',
  'AG-27-DEADLINE-IN-THE-PAST': 'The deadline has passed already. Today is {today}. Choose today or a later day.',
  'AG-28-COUNT-DISAGREES':
    'It says “{words}”, but {counted} can be counted in the agreement. Correct the number, or see whether something is missing.',
  'AG-28-OTHERS-DISAGREE':
    'It says “{words}”, but there can be at most {counted} others. Correct the number, or see whether something is missing.',
  'AG-28-LIST-DISAGREES': 'It says “{words}”, but {counted} follow. Correct the number or what follows.',
  'AG-29-NO-SUCH-CHAPTER':
    'The text refers to “{words}”, and the agreement has no such chapter. Correct the reference.',
  'AG-29-NO-SUCH-FOCUS-AREA':
    'The text refers to “{words}”, and the agreement has no such focus area. Correct the reference.',
  'AG-29-NO-SUCH-ANNEX':
    'The text refers to “{words}”, and the agreement has no such annex. Add the annex, or correct the reference.',
  'AG-29-NO-SUCH-TABLE':
    'The text refers to “{words}”, and nothing in the agreement has that number. Correct the reference.',
  'AG-30-PARAGRAPH-TWICE':
    'The text “{words}” stands twice. It also stands in “{other}”. Delete one of them unless it is meant.',
  'AG-30-PARAGRAPH-NEARLY-TWICE':
    'The text “{words}” stands in nearly the same words in “{other}”. Delete one of them, or make the difference clear.',
  'AG-31-WRONG-WEEKDAY': 'It says “{words}”, but {date} is another day of the week. Correct the weekday or the date.',
  'AG-31-NO-SUCH-DAY': 'There is no such day as “{words}”. Correct the date.',
  'AG-31-TWO-YEARS':
    'It says “{words}” here and “{other}” elsewhere. If it is the same event, correct one of the years.',
  'AG-32-TWO-SPELLINGS': 'It says “{words}” here and “{other}” elsewhere. If it is the same, write it in one way.',
  'AG-32-TITLE-OTHERWISE': 'It says “{words}”, but the focus area is called “{other}”. Write it as it is called.',
  'AG-32-TWO-MEANINGS':
    'It says “{words}”, but the same abbreviation stands for “{other}”. Choose one name, or make two abbreviations.',
  'AG-32-TWO-PROVISIONS':
    'It says “{words}” here and “{other}” elsewhere. Look it up in the law, and correct the wrong one.',
  'AG-33-SUM-DISAGREES':
    'It says “{words}” in the table, but the numbers make {counted}. Correct the sum or the numbers.',
  'AG-33-NOT-IN-TABLE':
    'It says “{words}”, but that does not fit the row “{other}” of the table. Correct the text or the table.',
  'AG-34-PARENT-NOT-CONCLUDED':
    'The agreement is {standing}. Addenda and extensions hang on an agreement that is concluded and has not ended.',
  'AG-34-PARENT-HANGS-ITSELF':
    'This is an addendum or extension itself. Make the new one on the agreement, and it will hang in the right place.',
  'AG-34-PARTIES-ARE-ITS':
    'The parties are those who concluded the agreement. An addendum or extension cannot have others.',
  'AG-34-OUTSIDE-ITS-PERIOD':
    'The agreement holds from {from} to {to}. An addendum can only hold in that time. Change the dates, or extend the agreement first.',
  'AG-35-PERIOD-NOT-LATER': 'The agreement holds until {to} already. Choose a later day to extend it to.',
  'AG-35-TEXTS-STAND':
    'An extension has the same text as the agreement, and nothing is written in it. To change something, make an addendum.',
  'AG-37-NOT-CONCLUDED': 'The agreement is not concluded yet, so it cannot have been sent to the authority.',
  'AG-37-DAY-IMPOSSIBLE':
    'It cannot have been sent that day. Choose a day from {from}, when the agreement was concluded, to today, {to}.',
  'AG-37-RECIPIENT-MISSING': 'Write whom the agreement was sent to.',
  'AG-37-HOLDS-NUMBER':
    'A personal number (CPR) seems to stand here. Everyone can read it on the agreement’s page, and it cannot be deleted again. Write it without. If it is the number of a case or a document, put a space after its fifth digit.',
  'AG-37-NOTED-ALREADY': 'It is noted already that the agreement was sent there that day.',
  'AG-38-NOT-AN-ADDENDUM': 'Only an addendum can change sections of another agreement.',
  'AG-38-NO-SUCH-SECTION':
    'The section is not in the agreement as it holds now. It may have been taken out. Look at the agreement again.',
  'AG-38-AMENDED-ALREADY': 'The addendum changes “{title}” already. Write on in that section.',
  'AG-42-ONE-PARTY':
    'The agreement has one party alone, and nobody agrees with themselves. Choose under Set-up whom else it is for.',
  'AG-42-ITS-ONE-PARTY':
    'The agreement it hangs on has one party alone, and nobody agrees with themselves. Create a new agreement instead, for all whom it is for.',
  'AG-43-REGION-GONE':
    '{region} does not exist after {until}; the municipalities then belong to {successor}. The agreement can begin on that day at the latest, or be created for {successor}.',
  'AG-43-REGION-NOT-THEN':
    '{region} does not exist on the day the period begins. Choose another day or another region.',

  'HE-1-NO-ONE-INVITED': 'Nobody is chosen. Choose those who are to respond.',
  'HE-2-DUE-NOT-IN-THE-FUTURE': 'The deadline {dueDate} does not lie ahead. Choose a later day.',
  'HE-3-SHORT-NOTICE-NEEDS-REASON':
    'The councils get only {days} days to answer. Usually it is at least {minimumDays}. Choose a later deadline, or write why it is short. Everyone can read the reason.',
  'HE-3-REASON-HOLDS-NUMBER':
    'The reason for the short notice seems to hold a personal number. Everyone can read it, and it cannot be deleted again. Write it without. If it is the number of a case or a document, put a space after its fifth digit.',
  'HE-4-NOT-LATER': 'A deadline can only be made longer. It is {dueDate}. Choose a later day.',
  'HE-5-EXTENSION-NEEDS-REASON': 'Write why the deadline is moved. The councils can read the reason.',
  'HE-5-REASON-HOLDS-NUMBER':
    'The reason seems to hold a personal number. The councils can read it, and it cannot be deleted again. Write it without. If it is the number of a case or a document, put a space after its fifth digit.',
  'HE-6-NOT-IN-THIS-STATE':
    'That cannot be done now; the hearing round stands thus: {state}. Somebody may just have changed it. Look at it again.',
  'HE-8-ROUND-CLOSED':
    'The hearing round is closed and takes no more responses. Your draft is kept. Ring the secretariat if the response must be included.',
  'HE-9-RESPONSE-EMPTY':
    'The response is empty. Write a remark, add a document or choose “No remarks” before you send it.',
  'HE-10-TOO-LATE-TO-CHANGE':
    'The response cannot be changed any more: the deadline {dueAt} has passed, or the collecting has been ended. What you sent stands. Ring the secretariat if something is wrong.',
  'HE-11-NOTHING-SUBMITTED': 'No response has been sent, so there is nothing to withdraw.',
  'HE-12-STILL-COLLECTING':
    'The hearing is not over. The deadline lies ahead, and these have not answered: {waitingFor}. Wait for the deadline, or until all have answered.',
  'HE-13-POINTS-OPEN': {
    one: 'One point lacks an answer. The council is owed to know what came of it. Answer it, then close the round.',
    other:
      '{count} points lack an answer. The councils are owed to know what came of them. Answer them, then close the round.',
  },
  'HE-54-NOT-BEING-CORRECTED':
    'What you sent is not open to be corrected. Somebody else in the council may just have closed it again. What you sent stands. Press “Correct the response” if it should be changed.',
  'HE-15-NOT-INVITED': '{body} is not asked in this round. Ring the secretariat if the council should have been.',
  'HE-16-ANSWER-REQUIRED': 'Write an answer to the council. Every point is owed one.',
  'HE-16-REASON-REQUIRED': 'Write a reason, so that the council can see why it came out so.',
  'HE-17-NOT-BEING-TREATED': 'The point cannot be answered now; the hearing round stands thus: {state}.',
  'HE-19-ANSWERED-ALREADY':
    'Somebody else answered the point while you wrote. Your answer is not saved. Read what stands now. If it should be otherwise, answer again.',
  'HE-20-CHANGED-SINCE-CHECKED':
    'The response has changed since you read it through. It is not sent. Read it again, and then send it.',
  'HE-35-RESPONSE-LOCKED':
    'The response has been sent or the round is closed, so documents cannot be added or removed. Press “Correct the response” first, if the deadline has not passed.',
  'HE-36-TOO-MANY-FILES':
    'A response can have at most {most} documents. Remove one, or put several into one document, and try again.',
  'HE-21-RESPONSE-UNREADABLE':
    'The text of the response from {body} cannot be read, and until it can it is not sent. Nothing is lost. Ring the secretariat.',

  'HE-22-NOT-THE-OWNERS-BODY':
    'A party consults its own bodies. {body} does not belong to you. Leave it out and try again.',
  'HE-23-NOTHING-CHOSEN':
    'No focus area has been chosen. Choose those that are sent out for hearing, or the whole version.',
  'HE-23-NOT-IN-THE-VERSION':
    '{section} is not a focus area of the version that is sent out. Choose among the focus areas of the version.',
  'HE-24-WITHOUT-EASY-READ': {
    one: 'The hearing cannot be opened: this focus area has no easy-read version: {sections}. Write it, or leave the focus area out.',
    other:
      'The hearing cannot be opened: these focus areas have no easy-read version: {sections}. Write them, or leave the focus areas out.',
  },
  'HE-24-DOCUMENT-WITHOUT-EASY-READ':
    'Write an easy-read version. Everybody who is consulted must be able to read what it is about.',
  'HE-25-DOCUMENT-WITHOUT-TITLE': 'Give what is sent out for hearing a title.',
  'HE-25-DOCUMENT-EMPTY': 'Write a short text or add a file. There must be something to read.',
  'HE-26-REQUEST-NEEDS-REASON': 'Say why you need more time. Perhaps the council meets later.',
  'HE-26-REASON-HOLDS-NUMBER':
    'The reason seems to hold a personal number. Others can read it, and it cannot be deleted again. Write it without. If it is the number of a case or a document, put a space after its fifth digit.',
  'HE-27-ASKED-ALREADY': 'You have already asked for time until {wanted}. Wait for the answer.',
  'HE-28-ANSWERED-ALREADY': 'Somebody has just answered the request. See what the answer was.',
  'HE-28-NO-NEEDS-REASON': 'Say why no more time can be given. The council can read the reason.',
  'HE-28-REASON-HOLDS-NUMBER':
    'The reason seems to hold a personal number. The council can read it, and it cannot be deleted again. Write it without. If it is the number of a case or a document, put a space after its fifth digit.',

  'HE-30-MEETING-IS-PAST': 'The meeting on {on} has been held already. Enter only meetings that lie ahead.',
  'HE-30-MEETING-TOO-FAR':
    'The meeting lies far ahead. The latest day that can be entered is {latest}. See whether the year is right.',
  'HE-30-MEETING-KNOWN': 'The meeting on {on} is here already.',
  'HE-32-NOT-A-PLAN':
    'A plan has at most {reminders} reminders, each between 1 and {days} days before the deadline. Change the numbers.',

  'HE-40-ROUND-CLOSED': 'The hearing round is closed, so the points stand as they are.',
  'HE-40-POINT-GONE':
    'The point is no longer as you saw it: it has been split, joined or taken back. The page now shows how it stands.',
  'HE-41-NOT-A-CUT':
    'Choose at least one place between two words where the point is to be split. Each part needs words.',
  'HE-41-NOT-ONE-ANSWER':
    'Only points of the same response can be joined, at least two at a time. Those of a minority cannot be joined with the others, nor what stands in a document with anything else. To give them the same answer, answer them together.',
  'HE-42-ANSWERED': {
    one: '{count} of the points has been answered. Take the answer back first; it is kept.',
    other: '{count} of the points have been answered. Take the answers back first; they are kept.',
  },
  'HE-43-UNDONE-ALREADY': 'It has been undone already.',
  'HE-43-BUILT-ON': 'The same points have been changed since. Undo the latest change first.',
  'HE-44-NO-POINTS': 'Choose at least one point the answer is for.',
  'HE-45-FILE-EMPTY': 'The file is empty. Choose another. What you have written is still here.',
  'HE-45-FILE-TOO-LARGE': 'The file is too large: at most 10 MB. Split it, or save a smaller copy.',
  'HE-45-FILE-KIND-UNKNOWN': 'That kind of file cannot be taken. Save it as Word (.docx) or PDF, and try again.',
  'HE-45-FILE-NOT-AS-NAMED':
    'The file is not what its name says. Open it in the program it was made in, save it as Word (.docx) or PDF, and try again.',
  'HE-45-FILE-OLD-WORD':
    'The file is in the old Word format (.doc). Open it in Word, save it as .docx or PDF, and try again.',
  'HE-45-FILE-ENCRYPTED':
    'The file is locked with a password, so we cannot read it. Save it without one, and try again.',
  'HE-45-FILE-MACROS':
    'The file has macros, that is, small programs in it. Save it as .docx without macros or as PDF, and try again.',
  'HE-45-FILE-DAMAGED': 'The file is damaged and cannot be read. Open it, save it again, and then try.',
  'HE-45-FILE-UNPACKS-TOO-LARGE':
    'The file is too large when it is unpacked. Save it as PDF, or split it, and try again.',
  'HE-45-FILE-TOO-MANY-PARTS': 'The file has too many pages or parts. Split it into several files, and try again.',
  'HE-45-FILE-TOO-HEAVY': 'The file took too long to read. Save it as a simpler PDF, and try again.',
  'HE-47-ROUND-NOT-CLOSED': 'The answers cannot be published yet. The round stands like this: {state}. Close it first.',
  'HE-47-PUBLISHED-ALREADY': 'The answers are published already. Somebody else may just have done it.',
  'HE-47-NOT-PUBLISHED': 'The answers are not published, so there is nothing to take down.',
  'HE-47-REASON-REQUIRED': 'Write why the answers are taken down.',
  'HE-47-REASON-HOLDS-NUMBER': 'The reason seems to hold a personal number. Write it without.',
  'HE-48-NOT-SCREENED': {
    one: 'One file has not been looked through yet. Open the page again, and then try.',
    other: '{count} files have not been looked through yet. Open the page again, and then try.',
  },
  'HE-48-FINDINGS-OPEN': {
    one: 'One finding has not been released by two people. Take the place out, hold the file back, or release it.',
    other:
      '{count} findings have not been released by two people. Take the places out, hold the files back, or release them.',
  },
  'HE-49-NOTHING-FOUND': 'That finding is no longer there. Look at the page again.',
  'HE-49-REASON-REQUIRED': 'Write why it may be published.',
  'HE-49-REASON-HOLDS-NUMBER': 'The reason seems to hold a personal number. Write it without.',
  'HE-49-ANOTHER-MUST-TOO': 'You have seen it already. Now another person must see it too.',
  'HE-49-RELEASED-ALREADY': 'Two people have released it already.',
  'HE-50-REASON-REQUIRED': 'Write a reason. It stands on the public page.',
  'HE-50-REASON-HOLDS-NUMBER': 'The reason seems to hold a personal number, and it will be public. Write it without.',
  'HE-50-NOT-IN-THE-TEXT':
    'That place is not in the answer. It may have been replaced by a new one. Look at the page again.',
  'HE-50-REMOVED-ALREADY': 'Some of that is taken out already. Choose another stretch.',
  'HE-50-PUBLISHED-NOW': 'The answers are public, so nothing can be put back now. Take them down first.',

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
  'AP-13-NOT-BEFORE-THE-DECISION':
    'The step “{step}” of the template must come before the one in which the parties decide.',
  'AP-13-NO-BODY-KIND': 'The step “{step}” of the template does not say who takes it.',
  'AP-13-GROUND-MISSING': 'The step “{step}” of the template does not say why it is there.',
  'AP-26-UNKNOWN-STEP':
    'The step “{step}” in the template comes after “{after}”, which does not exist. Mend the name, or add the step.',
  'AP-26-CIRCLE': 'The step “{step}” in the template waits for itself. Mend which steps it comes after.',
  'AP-26-NOBODY-CAN-TAKE':
    'Nobody here can take the step “{step}”: neither the region nor the parties have that body. Choose another chain.',
  'AP-27-NOT-A-TEMPLATE': 'The file is no template: look at {path}.',
  'AP-28-NOT-OWN-BODY': '{body} does not belong to the party. Choose among its own committees.',
  'AP-28-WAY-DECIDES':
    '{body} cannot be a step on the way. The way goes through the administration and committees; the council always comes last.',
  'AP-28-BODY-TWICE': '{body} is on the way twice. Leave it there once.',
  'AP-28-UNKNOWN-STEP': '“{step}” waits for a step that is not on the way. Choose what it comes after.',
  'AP-28-CIRCLE': '“{step}” waits for itself. Choose what it comes after.',
  'AP-28-TOO-MANY-STEPS': 'There can be at most {most} steps on the way.',
  'AP-28-NAME-TAKEN': 'The party already has a committee called “{name}”.',
  'AP-28-NAME-HOLDS-NUMBER':
    'The name seems to hold a personal number (CPR). Many can read it, and it cannot be deleted again. Write it without.',
  'AP-28-CHANGED-MEANWHILE':
    'Somebody else has changed your way meanwhile. The new one is at the top of the page. Save again if yours is to hold instead.',
  'AP-18-SAME-PERSON': 'You recorded the decision yourself. The party has chosen that somebody else confirms it.',
  'AP-19-NOTHING-NEW': 'That is on record already, exactly so. If it waits to be confirmed, confirm it on the board.',
  'AP-20-MINUTES-NOT-THE-FILE': 'The minutes are not the file you chose. Choose the file again.',
  'AP-21-PARTY-HAS-CEASED':
    '{body} no longer existed that day; its last day was {until}. The secretariat can ask that another takes its place.',
  'AP-22-NOTHING-TO-REAFFIRM': 'There is no earlier approval to repeat here. Record the decision in the usual way.',
  'AP-24-NO-SUCH-STEP': 'There is no such step. Look at the board again.',
  'AP-24-OVERRIDE-DECIDES':
    'Nobody gets past the decision a party makes itself. Only when its council is gone can another take its place.',
  'AP-24-STEP-TAKEN':
    'Those who are asked in that step have already said what they think. Nobody waits for it, so there is no need to take it otherwise. Look at the board again.',
  'AP-24-REASON-REQUIRED': 'Write why the step is to be taken otherwise. All parties can read it.',
  'AP-24-REASON-HOLDS-NUMBER':
    'The reason seems to hold a personal number (CPR). It cannot be deleted again, and all parties can read it. Write it without. If it is the number of a case or a document, put a space after its fifth digit.',
  'AP-24-NOBODY-TAKES-IT':
    'Choose who takes the step instead. It must be somebody who exists today, and in a party’s step one of its own.',
  'AP-24-NOTHING-TO-AGREE-TO': 'There is nothing left to agree to here. Look at the board again.',
  'AP-24-SAME-PERSON': 'You asked for it yourself. Somebody else must agree.',
  'AP-24-NOT-THE-PARTYS-OWN': 'Only the party’s own people can agree to it.',
  'AP-25-CONCLUDED':
    'The agreement is concluded. An approval can now only be corrected into an approval, as where a date is wrong.',
  'AP-16-NOT-THE-BODYS-OWN': 'Only {body} can record its own decision. Ask its secretary to do it.',
  'AP-17-MEETING-BEFORE-THE-TEXT':
    'The meeting is before the day the text was frozen: {frozenOn}. Correct the date of the meeting. If the decision was about a draft, this text has yet to be decided.',
  'AP-34-HOLDS-NUMBER':
    'There seems to be a personal number (CPR) here. The decision cannot be deleted again, and many can read it. Write it without. If it is the number of a case or a document, put a space after its fifth digit.',

  'CA-1-NOTHING-TO-DECIDE':
    'There is no text to decide on now. The case can be made when the secretariat has frozen the text and sent it for decision.',
  'CA-3-SENT-ON': 'The case has been sent on and cannot be changed here. Correct it in your agenda system.',
  'CA-3-NOT-BEING-DECIDED':
    'The text is not being decided on any more, so the case can neither be changed nor sent on.',
  'CA-3-NOT-WRITTEN': 'The case lacks: {missing}. Write it, and then send the case on.',

  'SE-1-NO-PARTIES-THEN':
    'The region has no municipalities on the day the period begins. Choose another period or region.',
  'SE-2-NO-PARTY': 'No party is chosen. Choose those that the agreement is for.',
  'SE-2-UNKNOWN-PARTY': 'One of the chosen parties does not exist. See the page again, and choose from the list.',
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
