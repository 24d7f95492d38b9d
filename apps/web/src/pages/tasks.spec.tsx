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

const show = (tasks: readonly object[], lately: readonly object[], toDecide: readonly object[] = []) =>
  showSignedIn({ path: '/', at: '/', page: <TasksPage />, answers: () => ({ tasks, toDecide, news: lately }) });

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

  it('shows a politician what the own council must decide, with the page about it', async () => {
    const sentence = 'Kommunalbestyrelsen i Roskilde Kommune skal tage stilling til »Rammeaftale«.';
    show([], [], [{ __typename: 'ToDecide', id: 'a r', sentence, link: '/aftaler/a/kort?part=r' }]);
    const region = await screen.findByRole('region', { name: 'Til beslutning i jeres råd' });
    expect(within(region).getByRole('link', { name: sentence }).getAttribute('href')).toBe('/aftaler/a/kort?part=r');
  });
});
