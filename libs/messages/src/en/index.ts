import { acts } from './acts';
import { answering } from './answering';
import { api } from './api';
import { board } from './board';
import { caseRoom } from './case';
import { collab } from './collab';
import { comparing } from './comparing';
import { deciding } from './deciding';
import { decisionOverview } from './decision-overview';
import { documents } from './documents';
import { labels } from './labels';
import { letters } from './letters';
import { log } from './log';
import { overview } from './overview';
import { publishedAgreement } from './published-agreement';
import { reading } from './reading';
import { memo } from './memo';
import { rounds } from './rounds';
import { rules } from './rules';
import { signIn } from './sign-in';
import { screening } from './screening';
import { slots } from './slots';
import { texts } from './texts';
import { treatment } from './treatment';
import { ui } from './ui';
import { ways } from './ways';
import { web } from './web';
import { webProcess } from './web-process';
import { webSetUp } from './web-set-up';
import { writing } from './writing';

/** Every sentence of this language, by code. */
export const en = {
  ...acts,
  ...answering,
  ...api,
  ...board,
  ...caseRoom,
  ...collab,
  ...comparing,
  ...deciding,
  ...decisionOverview,
  ...documents,
  ...labels,
  ...letters,
  ...log,
  ...overview,
  ...publishedAgreement,
  ...reading,
  ...memo,
  ...rounds,
  ...rules,
  ...signIn,
  ...screening,
  ...slots,
  ...texts,
  ...treatment,
  ...ui,
  ...ways,
  ...web,
  ...webProcess,
  ...webSetUp,
  ...writing,
};
