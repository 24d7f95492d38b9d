import { brandId, instantOf, type PersonId } from '@enig/kernel';
import type { SubmissionId } from '../response';
import { findNames } from './names';
import {
  openFindings,
  publish,
  release,
  releasedBy,
  unpublish,
  type Finding,
  type FindingKey,
  type PublishFacts,
  type Release,
} from './publishing';

const submission = brandId<SubmissionId>('s');
const [anna, bo] = [brandId<PersonId>('anna'), brandId<PersonId>('bo')];
const at = instantOf(new Date('2027-04-01T10:00:00Z'));
const finding = (key: string): Finding => ({ submission, key: brandId<FindingKey>(key), about: 'personalNumber' });
const said = (key: string, person: PersonId): Release => ({
  ...{ submission, key: brandId<FindingKey>(key), person, reason: 'Set.', at },
});
const facts = (changed: Partial<PublishFacts> = {}): PublishFacts => ({
  ...{ state: 'closed', isPublished: false, findings: [], releases: [], unscreened: 0 },
  ...changed,
});

describe('HE-47 nothing is public before the round is closed', () => {
  it.each(['collecting', 'ended'] as const)('not while it is %s', (state) => {
    expect(publish(facts({ state }))).toEqual({ ok: false, error: { code: 'HE-47-ROUND-NOT-CLOSED', state } });
  });

  it('once it is closed, and once', () => {
    expect(publish(facts())).toEqual({ ok: true, value: null });
    expect(publish(facts({ isPublished: true }))).toMatchObject({ error: { code: 'HE-47-PUBLISHED-ALREADY' } });
  });

  it('is taken down again with why, and only what is up', () => {
    expect(unpublish(true, ' Et navn. ')).toEqual({ ok: true, value: 'Et navn.' });
    expect(unpublish(true, ' ')).toMatchObject({ error: { code: 'HE-47-REASON-REQUIRED' } });
    expect(unpublish(false, 'Et navn.')).toMatchObject({ error: { code: 'HE-47-NOT-PUBLISHED' } });
    expect(unpublish(true, 'Der stod 010190-1234.')).toMatchObject({ error: { code: 'HE-47-REASON-HOLDS-NUMBER' } });
  });
});

describe('HE-48 not while something found is not released', () => {
  it('counts what two people have not released', () => {
    const findings = [finding('a'), finding('b')];
    const releases = [said('a', anna), said('a', bo), said('b', anna)];
    expect(openFindings(findings, releases)).toEqual([finding('b')]);
    expect(publish(facts({ findings, releases }))).toEqual({
      ok: false,
      error: { code: 'HE-48-FINDINGS-OPEN', count: 1 },
    });
    expect(publish(facts({ findings, releases: [...releases, said('b', bo)] }))).toMatchObject({ ok: true });
  });

  it('nor while a file has not been looked through', () => {
    expect(publish(facts({ unscreened: 2 }))).toEqual({ ok: false, error: { code: 'HE-48-NOT-SCREENED', count: 2 } });
  });

  it('a release of another submission, or of another place, releases nothing here', () => {
    const other = { ...said('a', bo), submission: brandId<SubmissionId>('t') };
    expect(openFindings([finding('a')], [said('a', anna), other, said('b', bo)])).toHaveLength(1);
  });
});

describe('HE-49 two different people release a finding', () => {
  const word = (person: PersonId, reason = 'Det er et journalnummer.') => ({ person, reason, at });

  it('the first word waits for the second, the second releases, a third is too many', () => {
    const first = release(finding('a'), word(anna), []);
    expect(first).toMatchObject({ ok: true, value: { person: anna, reason: 'Det er et journalnummer.' } });
    const one = [said('a', anna)];
    expect(openFindings([finding('a')], one)).toHaveLength(1);
    expect(release(finding('a'), word(bo), one)).toMatchObject({ ok: true });
    const both = [...one, said('a', bo)];
    expect(releasedBy(finding('a'), both)).toEqual([anna, bo]);
    expect(release(finding('a'), word(brandId<PersonId>('carl')), both)).toMatchObject({
      error: { code: 'HE-49-RELEASED-ALREADY' },
    });
  });

  it('the same person twice is one', () => {
    expect(release(finding('a'), word(anna), [said('a', anna)])).toMatchObject({
      error: { code: 'HE-49-ANOTHER-MUST-TOO' },
    });
    expect(openFindings([finding('a')], [said('a', anna), said('a', anna)])).toHaveLength(1);
  });

  it('needs a reason, and something that was found', () => {
    expect(release(finding('a'), word(anna, '  '), [])).toMatchObject({ error: { code: 'HE-49-REASON-REQUIRED' } });
    expect(release(finding('a'), word(anna, 'Det er 010190-1234.'), [])).toMatchObject({
      error: { code: 'HE-49-REASON-HOLDS-NUMBER' },
    });
    expect(release(null, word(anna), [])).toMatchObject({ error: { code: 'HE-49-NOTHING-FOUND' } });
  });
});

describe('HE-48 names of members', () => {
  it('are found in full, whatever the case and the line break, and not inside other words', () => {
    const text = 'Venlig hilsen ANNA-LISE\nHolm Åberg, og hilsen fra Åbergs.';
    expect(findNames(text, ['Anna-Lise Holm Åberg'])).toEqual([{ start: 14, end: 34 }]);
    expect(findNames('Bo Holms plan', ['Bo Holm'])).toEqual([]);
    expect(findNames('Anna ringede', ['Anna'])).toEqual([]);
    expect(findNames('A.B (C) her', ['A.B (C)'])).toEqual([{ start: 0, end: 7 }]);
  });
});
