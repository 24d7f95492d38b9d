import { TooMany } from '../core/errors';
import { PerMinute } from './per-minute';

describe('HE-36 what one person sends within a minute', () => {
  let now = 0;
  const often = () => new PerMinute(2, () => now);

  it('has a bound for each of them, which does not move while it is reached', () => {
    const limit = often();
    limit.count('anna');
    now = 30_000;
    limit.count('anna');
    expect(() => limit.count('anna')).toThrow(TooMany);
    limit.count('bo');
    now = 60_001;
    limit.count('anna');
    expect(() => limit.count('anna')).toThrow(TooMany);
    now = 90_001;
    limit.count('anna');
  });
});
