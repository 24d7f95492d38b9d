import type { api as first } from '../da/api';
import type { Translated } from '../sentence';

/** What the api answers when a request cannot be met at all. */
export const api: Translated<typeof first> = {
  'api.signedOut': 'You are not signed in. Sign in and try again.',
  'api.noRight':
    'You have no access to that. It belongs to another seat than yours. Ask the secretariat if you think this is wrong.',
  'api.phaseClosed':
    'Writing is closed for now, so nothing has changed. The page of the agreement shows how far it has come.',
  'api.notFound': 'There is no such thing, or you have no access to it. Check the address, or go to My tasks.',
  'api.notPublic':
    'There is nothing here that anybody can read. Check the address. If it is something you have access to in Enig, you can see it once you are signed in.',
  'api.badInput': 'Something you sent cannot be used. Correct it and try again.',
  'api.badDate': 'There is no such date as {given}. Write day, month and year, for instance 15.10.2026.',
  'api.empty': 'The field “{field}” is empty. Write something in it.',
  'api.tooLong': 'The field “{field}” is too long. There is room for {max} characters.',
  'api.badEmail': 'The e-mail cannot be used. It should look like name@kommune.dk.',
  'api.badLink': 'The link cannot be used. It must begin with https://.',
  'api.badSeat': 'There is no such seat in that body. Choose one from the list.',
  'api.fileEmpty': 'The file is empty. Choose another.',
  'api.tooLarge':
    'What you sent is too large to be taken in. Nothing has changed. Divide it, or make the file smaller.',
  'api.tooComplex': 'Too much was asked at once. Ask for less at a time.',
  'api.foreignOrigin': 'The request came from another site and was refused. Nothing has changed.',
  'api.mistake':
    'Something went wrong on our side. Nothing has changed. Try again, and tell the secretariat if it goes on.',
  'api.field.title': 'Title',
  'api.field.name': 'Name',
  'api.field.reason': 'Reason',
  'api.field.minority': 'Minority statement',
  'api.field.fileName': 'File name',
  'api.unknownPerson': 'somebody who is no longer here',
  'api.task.sectionsReady': '{ready} of {total} sections are ready in “{agreement}”',
};
