import { tellAddendum } from '../approval/addendum';
import { SJAELLAND } from '../approval/cast';
import { tellAdvice, tellFirstText, tellStandstill } from '../approval/first-text';
import { ApprovalPlay } from '../approval/play';
import { tellInForce, tellSecondText, tellUnanimity } from '../approval/second-text';
import { stage } from '../stage';

const play = new ApprovalPlay(stage(), SJAELLAND);

afterAll(() => play.troupe.leave());

describe('Sjælland: one text, every council, and what comes after', () => {
  tellFirstText(play);
  tellAdvice(play);
  tellStandstill(play);
  tellSecondText(play);
  tellUnanimity(play);
  tellInForce(play);
  tellAddendum(play);
});
