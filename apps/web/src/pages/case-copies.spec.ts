import { emptyJson, richFromPlain, type CaseJson } from '@enig/text';
import { CASE_FIELDS, copiesOf, copyField } from './case-copies';

const content: CaseJson = {
  ...emptyJson('case'),
  title: ' Godkendelse ',
  case: {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Nyt' }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: richFromPlain('<Unge> & børn').content }] },
    ],
  },
};

describe('a case field by field, as it is pasted into an agenda', () => {
  it('has every field in the order an agenda asks for them', () => {
    const copies = copiesOf({ ...content, kle: '27.03.40' }, [{ key: 'annexes', plain: 'Ingen bilag.' }]);
    expect(copies.map(({ key }) => key)).toEqual([...CASE_FIELDS]);
    expect(copies[0]).toEqual({ key: 'title', plain: 'Godkendelse', html: null });
    expect(copies.at(-3)).toEqual({ key: 'annexes', plain: 'Ingen bilag.', html: null });
    expect(copies.at(-1)).toEqual({ key: 'kle', plain: '27.03.40', html: null });
    expect(copies[4]).toEqual({ key: 'economy', plain: '', html: null });
  });

  it('keeps headings and lists, and takes no word for HTML', () => {
    const copy = copiesOf(content, [])[2];
    expect(copy?.plain).toBe('Nyt\n\n- <Unge> & børn');
    expect(copy?.html).toMatch(/^<h3>Nyt<\/h3><ul><li><p>&#60;Unge&#62; &#38; børn<\/p><\/li><\/ul>$/);
  });

  it('says so where the browser keeps the clipboard to itself', async () => {
    expect(await copyField({ plain: 'Godkendelse', html: null })).toBe(false);
  });
});
