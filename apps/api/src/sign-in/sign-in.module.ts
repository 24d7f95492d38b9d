import { Module } from '@nestjs/common';
import { AskController } from './ask.controller';
import { AskedLinks } from './asked-links';
import { DemoController } from './demo.controller';
import { LinkController } from './link.controller';
import { SignOutController } from './sign-out.controller';

/** Coming in and going out. */
@Module({
  controllers: [DemoController, AskController, LinkController, SignOutController],
  providers: [AskedLinks],
})
export class SignInModule {}
