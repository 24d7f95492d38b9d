import { screen, within } from '@testing-library/react';
import { TasksPage } from './tasks';
import { showSignedIn } from './test-signed-in';

const task = {
  ...{
    __typename: 'Task',
    id: 'noteSent a',
    kind: 'noteSent',
    title: 'Send aftalen til myndigheden, og skriv det ind',
  },
  ...{ detail: 'Rammeaftale · Aftalen er indgået.', due: '2099-10-15', link: '/aftaler/a', agreement: 'a' },
};
const news = {
  ...{ __typename: 'StandingNews', agreement: 'a', link: '/aftaler/a' },
  sentence: '»Rammeaftale« er i kraft. Den gælder fra 1. januar 2027 til og med 31. december 2028.',
};

const glance = {
  ...{ __typename: 'AgreementGlance', agreement: 'a', title: 'Rammeaftale 2027–28', label: 'Demo – opdigtet' },
  ...{ own: ['Byrådet i Roskilde Kommune: godkendt den 3. november 2026.'], link: '/aftaler/a/kort?part=r' },
  sentence: '17 af 18 har godkendt · ikke indgået. Mangler: Holbæk.',
  news: 'Siden version 2 er dette ændret. Nyt er »Samarbejde«.',
};

const show = (tasks: readonly object[], lately: readonly object[], glances: readonly object[] = []) =>
  showSignedIn({ path: '/', at: '/', page: <TasksPage />, answers: () => ({ tasks, glances, news: lately }) });

describe('the first page', () => {
  it('AG-41 asks the secretariat to tell the authority, with the day', async () => {
    show([task], []);
    const link = await screen.findByRole('link', { name: task.title });
    expect(link.getAttribute('href')).toBe('/aftaler/a');
    expect(screen.getByText(/15\.\s?oktober 2099/u)).toBeDefined();
    expect(screen.queryByRole('heading', { name: 'Sket for nylig' })).toBeNull();
  });

  it('AG-40 says what is in force since lately, also to who has nothing to do', async () => {
    show([], [news]);
    const lately = await screen.findByRole('region', { name: 'Sket for nylig' });
    expect(within(lately).getByRole('link', { name: news.sentence }).getAttribute('href')).toBe('/aftaler/a');
    expect(screen.getByText(/Der er ikke noget, du skal gøre/)).toBeDefined();
  });
});

describe('DOC-9 what is being decided, at a glance', () => {
  const glances = () => screen.findByRole('region', { name: 'Til beslutning nu' });

  it('says how the own council stands, who is missing and what is new, and leads to the page for politicians', async () => {
    show([], [], [glance]);
    const region = within(await glances());
    expect(region.getByRole('heading', { level: 3, name: glance.title })).toBeDefined();
    expect(region.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      ...['Jeres beslutning', 'Alle parter', 'Det nye'],
    ]);
    expect(region.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      ...[glance.own[0], glance.sentence, glance.news],
    ]);
    expect(region.getByText(glance.label)).toBeDefined();
    const link = region.getByRole('link', { name: `Læs det på én side ${glance.title}` });
    expect(link.getAttribute('href')).toBe(glance.link);
  });

  it('says it also to who sits in no council and has nothing to do, but for the own decision', async () => {
    show([], [], [{ ...glance, own: [] }]);
    const region = within(await glances());
    expect(region.getByText(glance.sentence)).toBeDefined();
    expect(region.queryByText('Jeres beslutning')).toBeNull();
  });

  it('says when nothing is', async () => {
    show([], []);
    expect(within(await glances()).getByText(/^Ingen aftale er til beslutning lige nu\./u)).toBeDefined();
  });

  it('is for a politician also beside tasks of another seat, and for nobody else who has tasks', async () => {
    const other = { ...glance, agreement: 'b', title: 'En anden aftale', own: [] };
    show([task], [], [glance, other]);
    const region = within(await glances());
    expect(region.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([glance.title]);
  });

  it('does not stand beside the tasks of who is no politician', async () => {
    show([task], [], [{ ...glance, own: [] }]);
    await screen.findByRole('link', { name: task.title });
    expect(screen.queryByRole('heading', { name: 'Til beslutning nu' })).toBeNull();
  });
});
