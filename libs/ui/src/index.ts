import './styles/enig.css';

export { UiProvider } from './ui-provider';
export { useAnnouncer, type Announce } from './announcer';
export type { AnnouncementSetting, AnnouncementWeight } from './announcements';
export { Link, LinkProvider, type LinkComponent, type LinkProps } from './links';
export { MessagesProvider, useLocale, useMessages, type Locale, type Translate } from './messages';
export { clockTime, fileSize, monthName } from './clock';

export { BackLink, Breadcrumb, Page, PageHeader, PrintFooter, SkipLink, useDocumentTitle } from './page/page';
export { StepGuide, SummaryList, TaskList, type Step, type TaskItem } from './page/steps';

export { Alert, type AlertTone } from './parts/alert';
export { Button, ButtonRow, LinkButton, type ButtonLook } from './parts/button';
export { ConfirmDialog, Dialog } from './parts/confirm-dialog';
export { DiffView, type DiffWord } from './parts/diff-view';
export { Card, Details, EmptyState, GlossaryTerm, Loading, Progress } from './parts/small';
export { MarkShape, StateMark, type MarkState } from './parts/state-mark';
export { ScrollRegion, Table, type Column } from './parts/table';

export { CheckboxGroup, RadioGroup, Select, type Option } from './fields/choice';
export { DateField } from './fields/date-field';
export { ErrorSummary, type SummaryError } from './fields/error-summary';
export { Field, FieldGroup, type ControlProps, type FieldProps } from './fields/field';
export { FileField } from './fields/file-field';
export { tooLong } from './fields/room';
export { TextArea, TextField, type FieldWidth } from './fields/text-field';

export { RichTextView, type RichTextViewProps } from './texts/rich-text-view';
export { FocusAreaView, type ViewNames } from './texts/text-views';
export { CaseEditor, caseFieldId } from './texts/case-editor';
export { ChapterEditor, EasyReadEditor } from './texts/text-editors';
export { useTextJson } from './texts/use-text-json';

export { RichTextEditor, type RichTextEditorProps } from './editor/rich-text-editor';
export { useFragment } from './editor/use-fragment';
export type { ReferenceTarget } from './editor/windows';
export { YTextField, type YTextFieldProps } from './shared/y-text-field';
export { YMapField, type PartyChoice } from './shared/y-map-field';
export { FocusAreaEditor } from './focus-area/focus-area-editor';
export type { ItemPlace, ItemSurroundings } from './focus-area/item-editor';
export { HeardWithComments } from './response/comments-editor';
export { EntryEditor, type ResponseEntry } from './response/entry-editor';
export type { HeardText } from './response/heard-words';
export { HearingResponseView, type AnswerFile } from './response/response-view';

export { EntryNumberWarning } from './screening/entry-number-warning';
export { PersonalNumberWarning } from './screening/personal-number-warning';

export { Collaboration } from './collaboration/collaboration';
export { copiesOf, forgetPerson, forgetUnused, unsentCopies, type Copy } from './collaboration/copies';
export { FATES, fateOf, type Fate } from './collaboration/fate';
export { forgetText } from './collaboration/giving-up';
export { readOnlyReason } from './collaboration/help';
export { tendLeftBehind, type LeftBy } from './collaboration/left-behind';
export { LeftWords } from './collaboration/left-words';
export type { CollaborationOptions } from './collaboration/options';
export { beginLeaving, endLeaving, isLeaving, signedInAs, unlessLeaving } from './collaboration/present-person';
export type { RemoteEdit } from './collaboration/remote-edits';
export type { CollaborationSnapshot } from './collaboration/snapshot';
export { wordsSetAside, type Place, type WordsSetAside } from './collaboration/words-set-aside';
export { isSignedOut, PATIENCE, type ClosedReason, type CollaborationState } from './collaboration/state';
export type { Person } from './collaboration/people';
export { PresenceList, useEditsReported } from './collaboration/presence-list';
export { SaveState } from './collaboration/save-state';
export { SaveTrouble } from './collaboration/save-trouble';
export { ownServer, useCollaboration, type OpenText } from './collaboration/use-collaboration';
