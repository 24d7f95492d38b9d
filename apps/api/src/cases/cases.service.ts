import type { CaseClosed, CaseState, MakeCaseRefused, SendCaseRefused } from '@enig/agreement';
import {
  CaseReads,
  CaseStore,
  FileStore,
  TextContents,
  type Actor,
  type AgreementView,
  type CaseAnnexRefused,
  type CaseView,
  type FileRow,
} from '@enig/data';
import { carriedOver, prefillCase } from '@enig/documents';
import { isSha256, ok, type CaseId, type PartyId, type Result, type VersionHash } from '@enig/kernel';
import type { CaseJson } from '@enig/text';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { afterwards } from '../core/afterwards';
import { BadInput, NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { line } from '../core/input';
import { Installation } from '../core/installation';
import type { AppViewer } from '../core/viewer';
import { CaseAnnexFiles } from './case-annex-files';
import { CaseGrounds } from './case-grounds';
import type { CaseAt, CaseGround } from './case-sources';
import type { AddCaseAnnexInput } from './models';
import { caseSubject } from './subjects';

/** A party's case as somebody finds it: what it is about, and the case itself as far as they may know of it. */
export interface CasePlace {
  readonly view: AgreementView;
  readonly ground: CaseGround;
  readonly party: PartyId;
  /** Null while there is none, and for who may not read it. */
  readonly found: CaseView | null;
  readonly state: CaseState;
  /** Whether the viewer is one of the party's own people. */
  readonly isOwn: boolean;
}

/** How far a party's case is, as somebody may know it. */
export type CaseStanding = Pick<CasePlace, 'view' | 'party' | 'found' | 'state'> & { readonly name: string };

type Done<Value, Refusal> = Promise<Result<Value, Refusal>>;

/** The parties' cases. Each command asks for the right first; the store asks the rules. */
@Injectable()
export class CasesService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly grounds: CaseGrounds,
    private readonly reads: CaseReads,
    private readonly store: CaseStore,
    private readonly texts: TextContents,
    private readonly files: FileStore,
    private readonly installation: Installation,
    private readonly annexes: CaseAnnexFiles,
  ) {}

  /**
   * A party's case on the text that is put to it; null while none is.
   *
   * @throws NotFound also for a party that is none of the agreement's · NotAllowed
   */
  async place(viewer: AppViewer, agreement: string, given: string): Promise<CasePlace | null> {
    const view = await this.agreements.view(viewer, agreement);
    const party = partyIn(view, given);
    const ground = await this.ground(viewer, view);
    if (!ground) return null;
    const { id } = view.row;
    const version = ground.version.row.hash;
    const made = await viewer.remember(`case ${id} ${party}`, () => this.reads.of(id, version, party));
    const isOwn = viewer.can('make', caseSubject(view, party, false));
    const isReadable = viewer.can('read', caseSubject(view, party, made !== null && made.sending !== null));
    const found = isReadable ? made : null;
    return { view, ground, party, found, isOwn, state: stateOf(found) };
  }

  /** The party's case on the version before; only its own people are told of it (CA-4). */
  async earlier({ view, ground, party, isOwn }: CasePlace): Promise<CaseView | null> {
    return isOwn ? this.reads.earlier(view.row.id, ground.version.row.hash, party) : null;
  }

  /** The case by its id. @throws NotFound also for one the viewer may not read */
  async placeOf(viewer: AppViewer, given: string): Promise<CasePlace & { readonly found: CaseView }> {
    const found = await this.reads.case(idOf<CaseId>(given, 'case'));
    const place = found && (await this.place(viewer, found.row.agreement, found.row.party));
    if (!place?.found || place.found.row.id !== found?.row.id) throw new NotFound('case');
    return { ...place, found: place.found };
  }

  /** Every party's case as far as the viewer may know of it, in the order of the parties. */
  async all(viewer: AppViewer, agreement: string): Promise<readonly CaseStanding[]> {
    const view = await this.agreements.view(viewer, agreement);
    const version = versionPut(view);
    if (!version) return [];
    const made = await this.reads.ofVersion(view.row.id, version);
    return view.parties.map(({ party, name }) => {
      const found = made.find(({ row }) => row.party === party) ?? null;
      const isSentOn = found !== null && found.sending !== null;
      const isReadable = viewer.can('read', caseSubject(view, party, isSentOn));
      return { view, party, name, found: isReadable ? found : null, state: stateOf(isReadable ? found : null) };
    });
  }

  /** What a case says: as it was sent on, else as it is written now. */
  async content(found: CaseView | null): Promise<CaseJson | null> {
    if (!found) return null;
    if (found.sending) return found.sending.sent.case;
    const content = (await this.texts.of([found.text])).get(found.text.id);
    return content?.kind === 'case' ? content : null;
  }

  /** Makes a party's case: of what concerns it, or of its words on the version before (CA-2, CA-4). */
  async make(viewer: AppViewer, agreement: string, given: string): Done<null, MakeCaseRefused> {
    const view = await this.agreements.view(viewer, agreement);
    const party = partyIn(view, given);
    const actor = viewer.actor('make', caseSubject(view, party, false));
    const ground = await this.ground(viewer, view);
    if (!ground) return { ok: false, error: { code: 'CA-1-NOTHING-TO-DECIDE' } };
    const at = this.at(viewer);
    const facts = await this.grounds.sources.facts(ground, party, true, at);
    const earlier = await this.reads.earlier(view.row.id, facts.version, party);
    const before = await this.content(earlier);
    const content = before ? carriedOver(before, facts, at.locale) : prefillCase(facts, at.locale);
    const made = await this.store.make(view.row.id, { version: facts.version, party, content }, actor);
    const done = afterwards(viewer, made, 'agreement');
    return done.ok ? ok(null) : done;
  }

  /** Sends a case on to its party's bodies. */
  async send(viewer: AppViewer, place: CasePlace & { readonly found: CaseView }): Done<null, SendCaseRefused> {
    const actor = this.sender(viewer, place);
    return afterwards(viewer, await this.store.send(place.found.row.id, actor), 'case');
  }

  /** Puts an annex with a case, once it is looked through. @throws BadInput for what is not the document it is called */
  async addAnnex(
    viewer: AppViewer,
    place: CasePlace & { readonly found: CaseView },
    { sha256, name, isOpen }: AddCaseAnnexInput,
  ): Done<string, CaseAnnexRefused> {
    const actor = this.sender(viewer, place);
    if (!isSha256(sha256)) throw new BadInput(viewer.say('api.badInput'));
    const annex = { sha256, name: line(name, 'api.field.fileName', 200), isOpen };
    await this.annexes.lookThrough(viewer, annex);
    return afterwards(viewer, await this.store.addAnnex(place.found.row.id, annex, actor), 'case');
  }

  /** Takes an annex out of a case. */
  async removeAnnex(
    viewer: AppViewer,
    place: CasePlace & { readonly found: CaseView },
    annex: string,
  ): Done<null, CaseClosed> {
    const actor = this.sender(viewer, place);
    return afterwards(viewer, await this.store.removeAnnex(place.found.row.id, idOf(annex, 'annex'), actor), 'case');
  }

  /** The file of an annex: for its party's own people, and an open one for who may read the case (CA-5). */
  async annexFile(viewer: AppViewer, given: string): Promise<{ file: FileRow; name: string }> {
    const of = await this.reads.ofAnnex(idOf(given, 'annex'));
    const view = of && (await this.agreements.view(viewer, of.view.row.agreement));
    if (!of || !view) throw new NotFound('file');
    const { annex, view: found } = of;
    const { party } = found.row;
    const isOwn = viewer.can('make', caseSubject(view, party, false));
    const isShown = annex.isOpen && found.sending !== null;
    if (!isOwn && !(isShown && viewer.can('read', caseSubject(view, party, true)))) throw new NotFound('file');
    const file = await this.files.read(annex.sha256);
    if (!file) throw new NotFound('file');
    return { file, name: annex.name };
  }

  /** In which language, and where. */
  at({ say, locale }: AppViewer): CaseAt {
    return { say, locale, publicUrl: this.installation.publicUrl };
  }

  private sender(viewer: AppViewer, { view, party }: CasePlace): Actor {
    return viewer.actor('sendOn', caseSubject(view, party, false));
  }

  private ground(viewer: AppViewer, view: AgreementView): Promise<CaseGround | null> {
    return viewer.remember(`case ground ${view.row.id}`, () => this.grounds.sources.ground(view, this.at(viewer)));
  }
}

function stateOf(found: CaseView | null): CaseState {
  if (!found) return 'notMade';
  return found.sending ? 'sentOn' : 'draft';
}

/** The text that is put to the parties, or was last; null while none was. */
export function versionPut({ events }: AgreementView): VersionHash | null {
  return events.findLast(({ event }) => event === 'freezeForDecision')?.version ?? null;
}

/** @throws NotFound for one that is none of the agreement's. */
function partyIn({ parties }: AgreementView, given: string): PartyId {
  const found = parties.find(({ party }) => party === given);
  if (!found) throw new NotFound('party');
  return found.party;
}
