import { acts } from './acts';
import { answering } from './answering';
import { api } from './api';
import { board } from './board';
import { collab } from './collab';
import { comparing } from './comparing';
import { documents } from './documents';
import { labels } from './labels';
import { letters } from './letters';
import { overview } from './overview';
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
import { web } from './web';
import { webProcess } from './web-process';
import { webSetUp } from './web-set-up';
import { writing } from './writing';

/** Every sentence of this language, by code. */
export const da = {
  ...acts,
  ...answering,
  ...api,
  ...board,
  ...collab,
  ...comparing,
  ...documents,
  ...labels,
  ...letters,
  ...overview,
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
  ...web,
  ...webProcess,
  ...webSetUp,
  ...writing,
};
