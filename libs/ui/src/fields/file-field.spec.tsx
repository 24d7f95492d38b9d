import { message } from '@enig/messages';
import { fireEvent, render, screen } from '@testing-library/react';
import { UiProvider } from '../ui-provider';
import { FileField } from './file-field';

/** The limit of the hearing, in bytes. */
const LIMIT = 10 * 1024 * 1024;

/** A file of so many bytes that are not there. */
function fileOf(size: number): File {
  return Object.defineProperty(new File([], 'svar.pdf'), 'size', { value: size });
}

describe('HE-36 how large a file may be', () => {
  it('is one figure: beside the field, where one is too large, and where the server refuses it', () => {
    render(
      <UiProvider locale="da">
        <FileField label="Fil" kinds={['.pdf']} limit={LIMIT} value={null} onChange={() => undefined} />
      </UiProvider>,
    );
    expect(screen.getByText('Højst 10 MB.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Fil'), { target: { files: [fileOf(LIMIT + 200_000)] } });
    expect(screen.getByText('Filen fylder 10,2 MB. Den må højst fylde 10 MB.')).toBeTruthy();
    expect(message('da', 'HE-45-FILE-TOO-LARGE')).toContain('højst fylde 10 MB.');
  });
});
