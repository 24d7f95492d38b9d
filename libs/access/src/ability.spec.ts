import { brandId, localDateOf, type BodyId, type PartyId } from '@enig/kernel';
import {
  abilityFor,
  bodyKinds,
  canBeHeard,
  capacityFor,
  createViewer,
  heardKinds,
  NotAllowed,
  on,
  seatKinds,
  seatKindsFor,
  type BodyKind,
  type Seat,
  type SeatKind,
} from './index';

const greve = brandId<PartyId>('municipality:0253');
const holbaek = brandId<PartyId>('municipality:0316');
const region = brandId<PartyId>('region:1085');
const today = localDateOf('2026-03-01');

function seat(kind: SeatKind, bodyKind: BodyKind, party: PartyId | null, more: Partial<Seat> = {}): Seat {
  return {
    id: brandId(`${kind} of ${party ?? 'the region'}`),
    body: brandId(`${bodyKind} of ${party ?? 'the region'}`),
    bodyKind,
    party,
    region: '1085',
    kind,
    from: localDateOf('2026-01-01'),
    to: null,
    ...more,
  };
}

const secretariat = seat('secretariatOfficer', 'secretariat', null);
const coordinator = seat('coordinator', 'administration', greve);
const caseOfficer = seat('caseOfficer', 'administration', greve);
const councilSecretary = seat('councilSecretary', 'municipalCouncil', greve);
const decision = on.decision({ region: '1085', party: greve, body: null });
const section = on.section({
  region: '1085',
  parties: [greve, holbaek],
  kind: 'focusArea',
  coordinators: [greve],
  writing: true,
});
const draft = on.agreement({ region: '1085', parties: [greve, holbaek, region] });

describe('AC-2 a seat counts from its first day through its last', () => {
  it.each([
    ['the day before the first', '2026-02-28', false],
    ['the first day', '2026-03-01', true],
    ['the last day', '2026-03-31', true],
    ['the day after the last', '2026-04-01', false],
  ])('%s', (_, day, allowed) => {
    const march = { ...caseOfficer, from: localDateOf('2026-03-01'), to: localDateOf('2026-03-31') };
    expect(abilityFor([march], localDateOf(day)).can('decide', decision)).toBe(allowed);
  });

  it('gives by the seats that are held, whatever others have ended', () => {
    const ended = { ...secretariat, to: localDateOf('2026-02-01') };
    const viewer = createViewer('Bo', [ended, coordinator], today);
    expect(viewer.can('write', section)).toBe(true);
    expect(viewer.can('edit', draft)).toBe(false);
  });
});

describe('AC-3 each kind of seat belongs in certain kinds of body', () => {
  it('grants every kind of seat somewhere, none in a committee, and in a contact council its secretary alone', () => {
    expect(new Set(bodyKinds.flatMap(seatKindsFor))).toEqual(new Set(seatKinds));
    expect(seatKindsFor('committee')).toEqual([]);
    expect(seatKindsFor('contactCouncil')).toEqual(['councilSecretary']);
  });

  it.each(bodyKinds.flatMap((body) => seatKinds.map((kind) => [kind, body] as const)))(
    'a %s in a %s gives something only where it may be granted',
    (kind, body) => {
      const gives = abilityFor([seat(kind, body, greve)], today).can('read', draft);
      expect(gives).toBe(seatKindsFor(body).includes(kind));
    },
  );
});

describe('AC-6 a secretariat never decides', () => {
  it('enters what the minutes say, and neither decides nor confirms, for any party', () => {
    const ability = abilityFor([secretariat], today);
    for (const party of [greve, holbaek, region]) {
      const subject = on.decision({ region: '1085', party, body: null });
      expect(ability.can('enterOnBehalf', subject)).toBe(true);
      expect(ability.can('decide', subject)).toBe(false);
      expect(ability.can('confirm', subject)).toBe(false);
    }
  });
});

describe('AC-8 a tovholder never approves', () => {
  it('neither for its own party nor for another', () => {
    const ability = abilityFor([coordinator], today);
    expect(ability.can('decide', decision)).toBe(false);
    expect(ability.can('confirm', decision)).toBe(false);
    expect(ability.can('enterOnBehalf', decision)).toBe(false);
  });
});

describe('AC-9 a disability council never edits the agreement', () => {
  it.each(seatKindsFor('disabilityCouncil'))('%s', (kind) => {
    const ability = abilityFor([seat(kind, 'disabilityCouncil', greve)], today);
    expect(ability.can('edit', draft)).toBe(false);
    expect(ability.can('readDraft', draft)).toBe(false);
    expect(ability.can('write', section)).toBe(false);
    expect(ability.can('addEasyRead', section)).toBe(false);
  });
});

describe("AC-10 only a party's own people record and confirm its decision", () => {
  it("the regional council's secretary does so for the region, and not for a municipality in it", () => {
    const ability = abilityFor([seat('councilSecretary', 'regionalCouncil', region)], today);
    expect(ability.can('decide', on.decision({ region: '1085', party: region, body: null }))).toBe(true);
    expect(ability.can('decide', decision)).toBe(false);
  });

  it('a body without a party decides nothing', () => {
    const ability = abilityFor([seat('councilSecretary', 'municipalCouncil', null)], today);
    expect(ability.can('decide', on.decision({ region: '1085', party: null, body: null }))).toBe(false);
  });
});

describe('AC-15 the secretary of a body that belongs to no party records what it came to', () => {
  const kkr = seat('councilSecretary', 'contactCouncil', null);
  const ofKkr = on.decision({ region: '1085', party: null, body: kkr.body });

  it('in that capacity, for that body alone, and for no party', () => {
    const ability = abilityFor([kkr], today);
    expect(ability.can('decide', ofKkr)).toBe(true);
    expect(ability.can('confirm', ofKkr)).toBe(true);
    expect(capacityFor([secretariat, kkr], today, 'decide', ofKkr)).toBe(kkr);
    expect(ability.can('decide', { ...ofKkr, body: brandId<BodyId>('contact-council:1084') })).toBe(false);
    for (const party of [greve, region]) {
      expect(ability.can('decide', on.decision({ region: '1085', party, body: null }))).toBe(false);
      expect(ability.can('confirm', on.decision({ region: '1085', party, body: null }))).toBe(false);
    }
  });

  it('and nobody else: not the secretariat, no council’s secretary, nobody whose seat has ended', () => {
    const ended = { ...kkr, to: localDateOf('2026-02-28') };
    for (const other of [secretariat, councilSecretary, caseOfficer, coordinator, ended]) {
      const ability = abilityFor([other], today);
      expect(ability.can('decide', ofKkr)).toBe(false);
      expect(ability.can('confirm', ofKkr)).toBe(false);
      expect(ability.can('enterOnBehalf', ofKkr)).toBe(false);
    }
  });

  it('reads what is not a draft, as every seat', () => {
    const ability = abilityFor([kkr], today);
    expect(ability.can('read', draft)).toBe(true);
    expect(ability.can('readDraft', draft)).toBe(false);
  });
});

describe('AC-21 other bodies than disability councils are heard', () => {
  it.each(['dialogueForum', 'userOrganisation', 'professionalNetwork'] as const)('%s', (kind) => {
    expect(canBeHeard(kind)).toBe(true);
    const [spokesperson, participant] = (['spokesperson', 'participant'] as const).map((each) =>
      seat(each, kind, greve),
    );
    if (!spokesperson || !participant) throw new Error('Both seats belong in it');
    const own = on.response({ body: spokesperson.body });
    expect(abilityFor([spokesperson], today).can('submit', own)).toBe(true);
    expect(abilityFor([participant], today).can('submit', own)).toBe(false);
    expect(abilityFor([participant], today).can('read', own)).toBe(true);
    expect(abilityFor([spokesperson], today).can('readDraft', draft)).toBe(false);
  });

  it('and nobody else than these and disability councils', () => {
    expect(bodyKinds.filter(canBeHeard)).toEqual([...heardKinds]);
    expect(heardKinds).toHaveLength(4);
  });
});

describe('AC-22 and AC-23 a party’s round is the party’s', () => {
  const round = on.round({ region: '1085', parties: [greve, holbaek], owner: greve });
  const point = on.point({ region: '1085', owner: greve, coordinators: [] });
  const acts = ['open', 'oversee', 'extend', 'end', 'close'] as const;

  it.each([
    ['case officer', caseOfficer],
    ['council’s secretary', councilSecretary],
  ])('its %s does everything with it', (_, own) => {
    const ability = abilityFor([own], today);
    expect(acts.filter((act) => !ability.can(act, round))).toEqual([]);
    expect(ability.can('treat', point)).toBe(true);
    expect(ability.can('open', { ...round, owner: null })).toBe(false);
    expect(ability.can('open', { ...round, owner: holbaek })).toBe(false);
  });

  it('the secretariat and another party’s people read of it what everybody reads', () => {
    const others = [secretariat, seat('caseOfficer', 'administration', holbaek)];
    for (const other of others) {
      const ability = abilityFor([other], today);
      expect(ability.can('read', round)).toBe(true);
      expect(acts.filter((act) => ability.can(act, round))).toEqual([]);
      expect(ability.can('treat', point)).toBe(false);
    }
  });

  it('is none in an agreement the party is not in', () => {
    expect(abilityFor([caseOfficer], today).can('open', { ...round, parties: [holbaek] })).toBe(false);
  });
});

describe('AC-24 who sends for a body asks for more time', () => {
  it('the chair, not a member', () => {
    const chair = seat('disabilityCouncilChair', 'disabilityCouncil', greve);
    const member = seat('disabilityCouncilMember', 'disabilityCouncil', greve);
    const own = on.response({ body: chair.body });
    expect(abilityFor([chair], today).can('askMoreTime', own)).toBe(true);
    expect(abilityFor([member], today).can('askMoreTime', own)).toBe(false);
  });
});

describe('AC-25 the secretariat sets the minimum of days', () => {
  it('in its region', () => {
    const ability = abilityFor([secretariat], today);
    expect(ability.can('setHearingDays', on.region({ region: '1085' }))).toBe(true);
    expect(ability.can('setHearingDays', on.region({ region: '1081' }))).toBe(false);
    expect(abilityFor([caseOfficer], today).can('setHearingDays', on.region({ region: '1085' }))).toBe(false);
  });
});

describe('AC-11 a councillor reads', () => {
  it('what is frozen, and neither the draft nor anything that decides', () => {
    const ability = abilityFor([seat('councillor', 'municipalCouncil', greve)], today);
    expect(ability.can('read', draft)).toBe(true);
    expect(ability.can('readDraft', draft)).toBe(false);
    expect(ability.can('write', section)).toBe(false);
    expect(ability.can('decide', decision)).toBe(false);
  });
});

describe('AC-12 an act is ascribed to the most specific seat that allows it', () => {
  it('is the same whatever the order the seats come in', () => {
    const seats = [secretariat, caseOfficer, coordinator, councilSecretary];
    const point = on.point({ region: '1085', owner: null, coordinators: [greve] });
    for (const given of [seats, seats.toReversed()]) {
      expect(capacityFor(given, today, 'treat', point)).toBe(coordinator);
      expect(capacityFor(given, today, 'decide', decision)).toBe(councilSecretary);
      expect(capacityFor(given, today, 'edit', draft)).toBe(secretariat);
    }
  });

  it('takes the seat held longest, then the first by id, when two are alike', () => {
    const older = { ...caseOfficer, id: brandId<Seat['id']>('z'), from: localDateOf('2024-01-01') };
    const alike = { ...older, id: brandId<Seat['id']>('a') };
    expect(capacityFor([caseOfficer, older], today, 'decide', decision)).toBe(older);
    expect(capacityFor([older, alike], today, 'decide', decision)).toBe(alike);
  });

  it('is no seat where none allows it', () => {
    expect(capacityFor([secretariat, coordinator], today, 'decide', decision)).toBeNull();
  });
});

describe('a viewer', () => {
  const viewer = createViewer({ name: 'Mette' }, [coordinator, secretariat], today);

  it('must: gives the seat, or throws what the api turns into FORBIDDEN', () => {
    expect(viewer.must('write', section)).toBe(coordinator);
    expect(() => viewer.must('decide', decision)).toThrow(new NotAllowed('decide', 'Decision', 'noRight'));
  });

  it('tells a missing right from a closed phase', () => {
    expect(viewer.whyNot('write', section)).toBeNull();
    expect(viewer.whyNot('write', { ...section, writing: false })).toBe('phaseClosed');
    expect(viewer.whyNot('decide', decision)).toBe('noRight');
    const member = createViewer('Ib', [seat('disabilityCouncilMember', 'disabilityCouncil', greve)], today);
    const response = on.text({
      kind: 'hearing-response',
      region: '1085',
      parties: [greve],
      sectionKind: null,
      coordinators: [],
      body: brandId<BodyId>(`disabilityCouncil of ${greve}`),
      writing: true,
      submitted: true,
    });
    expect(member.whyNot('write', response)).toBe('phaseClosed');
    expect(member.whyNot('submit', on.response({ body: brandId('another') }))).toBe('noRight');
  });

  it('knows whether an act could be allowed anywhere, for a menu', () => {
    expect(viewer.canSomewhere('managePeople', 'Region')).toBe(true);
    expect(viewer.canSomewhere('decide', 'Decision')).toBe(false);
  });
});
