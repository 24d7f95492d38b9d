/** For specs only: a concluded agreement as the pages beside it ask for it; `over` says what is otherwise. */
export function besideWith(over: object = {}): object {
  const section = (id: string, number: number | null, title: string) => ({
    ...{ __typename: 'StandingSection', section: id, part: 'developmentStrategy', kind: 'focusArea', number, title },
  });
  return {
    ...{ __typename: 'Agreement', id: 'a', title: 'Rammeaftale', act: 'agreement', lastDay: '2028-12-31' },
    ...{ periodFrom: '2027-01-01', isWritingOpen: false, publishedPath: '/aftale/a', maySupplement: true },
    ...{ mayNoteSent: true, parent: null, supplements: [], succeeds: [], succeededBy: [], frameParts: [] },
    ...{ authorityNotices: [], amendments: [] },
    standingSections: [section('s1', 1, 'Autisme'), section('s2', 2, 'Hjerneskade'), section('s3', null, 'Indledning')],
    may: { __typename: 'AgreementMay', edit: false },
    ...over,
  };
}
